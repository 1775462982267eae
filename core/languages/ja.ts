/**
 * Japanese: です・ます, one word a thing. picture 画像, prompt プロンプト, credits クレジット, pack パック, balance 残高, history 履歴,
 * gallery ギャラリー, connect 連携する, disconnect 連携を解除する, team チーム, admin 管理者, cap 上限, draft 下書き, standard 標準,
 * premium 高品質, Again もう一度, Vary バリエーション, Change 変更, Upgrade 品質アップ, Share 共有, Unshare 共有を解除, top up チャージ.
 * People are called ～さん. What is typed stands between spaces.
 */
import type { SizeFault } from '#core/errors.ts'
import type { Words } from './en.ts'
import { createFormats } from './formats.ts'
import { type CategoryWords, nameCategories } from './moderation.ts'
import { bold, code, linked, say, type Text, type TextPart } from './text.ts'

const formats = createFormats('ja')
const { number, plural, allOf, anyOf } = formats

const credits = plural({ other: '#クレジット' })
const pictures = plural({ other: '#枚' })
const days = plural({ other: '#日' })
const pixels = plural({ other: '#ピクセル' })
const seconds = plural({ other: '#秒' })
const minutes = plural({ other: '#分' })
const requests = plural({ other: '#件' })
const countVotes = plural({ other: '#票' })
const megabytes = (bytes: number) => `${number(Math.floor(bytes / 1_000_000))} MB`

/** Milliseconds; minutes from two up. */
function wait(ms: number): string {
  const whole = Math.max(1, Math.ceil(ms / 1000))
  return whole < 120 ? seconds(whole) : minutes(Math.ceil(whole / 60))
}

/** Milliseconds, for somebody who does not know for sure; rather more than less. */
function estimate(ms: number): string {
  const tens = Math.max(1, Math.ceil(ms / 10_000))
  return tens < 6 ? seconds(tens * 10) : minutes(Math.ceil(tens / 6))
}

/** A person in a sentence; undefined where the name is not known. */
const named = (name: string | undefined): TextPart | Text =>
  name === undefined ? 'だれか' : say`${bold(name)}さん`

/** Something a person typed, already short. */
const quoted = (text: string) => `「${text}」`

const attachTaken = 'JPEG、PNG、WebP、GIF、AVIF、TIFFのどれかを添付してください。'
const plainSvg = 'プレーンなSVGで書き出すか、PNGを添付してください。'
const ownOnly = '特典や付与されたクレジットは、自分の画像にだけ使えます。'

/** Of options that several commands have. */
const onlyYou = '自分にだけ表示する'
const itsId = '画像の下にあるID'
const whichModel = '描くモデル。選ばなければ先頭のもの'
const asTyped = '画像に入れる文字。入力したとおりに入ります'
const smallerWords = 'タイトルの下に入る小さめの文字'
const ofStyle = (usual: string) => `見た目。選ばなければ${usual}`

type SizeRules = Parameters<Words['optionProblem']['illegalSize']>[1]

const sizeFaults: { readonly [Fault in SizeFault]: (rules: SizeRules) => string } = {
  form: ({ names }) => `サイズは${names.join('、')}か、1280x720のような幅と高さで指定してください。`,
  multiple: ({ multiple }) => `幅と高さは${multiple}の倍数にしてください。`,
  edge: ({ longestEdge }) => `どの辺も${pixels(longestEdge)}までです。`,
  ratio: ({ ratio }) => `長い辺は短い辺の${ratio}倍までです。`,
  'too-few-pixels': ({ fewestPixels }) =>
    `小さすぎます。幅×高さが${pixels(fewestPixels)}以上になるようにしてください。`,
  'too-many-pixels': ({ mostPixels }) => `大きすぎます。幅×高さは${pixels(mostPixels)}までです。`,
}

/** In brackets. */
const minded: CategoryWords = {
  harassment: '嫌がらせ',
  'harassment/threatening': '脅迫',
  hate: '憎悪表現',
  'hate/threatening': '憎悪による脅迫',
  illicit: '違法行為',
  'illicit/violent': '暴力犯罪',
  'self-harm': '自傷行為',
  'self-harm/intent': '自傷の意図',
  'self-harm/instructions': '自傷の方法',
  sexual: '性的な内容',
  'sexual/minors': '未成年者の性的な内容',
  violence: '暴力',
  'violence/graphic': '残虐な暴力',
}

const refusals: Words['refusals'] = {
  'not-linked': () => say`まず ${code('/link')} でアカウントを連携してください。1分ほどで終わります。`,
  'insufficient-credits': ({ balance, price }) =>
    say`これには${credits(price)}必要ですが、残高は${number(balance)}です。${bold(`あと${credits(price - balance)}`)}足りません。`,
  'cap-reached': ({ cap, limit, spent, price }) =>
    cap === 'member'
      ? say`これには${credits(price)}必要です。チームから使える毎月${credits(limit)}のうち、${bold(`${number(spent)}を使用済み`)}です。`
      : say`これには${credits(price)}必要です。このチャンネルは、チームから使える毎月${credits(limit)}のうち${bold(`${number(spent)}を使用済み`)}です。`,
  'unknown-command': ({ command, suggestion }) =>
    suggestion === undefined
      ? say`${quoted(command)}というコマンドはありません。一覧は ${code('/help')} で見られます。`
      : say`${quoted(command)}というコマンドはありません。もしかして ${code(`/${suggestion}`)} ですか？`,
  'too-many-running': ({ limit }) =>
    say`すでに${pictures(limit)}が進行中です。どれかが終わるのを待つか、キャンセルしてください。`,
  'too-many-repeats': ({ wait: until }) =>
    say`再表示が続いています。無料なのは変わりません。${wait(until)}後にもう一度お試しください。`,
  'too-many-utilities': ({ of, wait: until }) =>
    of === 'person'
      ? say`リクエストが多すぎます。${wait(until)}後にもう一度お試しください。`
      : say`チームからのリクエストが多すぎます。${wait(until)}後にもう一度お試しください。`,
  'too-much-at-once': ({ of }) =>
    ({
      person: say`一度にたくさんのリクエストがありました。返事を待ってから、もう一度お試しください。`,
      team: say`チームからのリクエストが集中しています。数秒後にもう一度お試しください。`,
      all: say`ただいま混み合っています。数秒後にもう一度お試しください。`,
    })[of],
  'utility-busy': () => say`ただいま混み合っています。数秒後にもう一度お試しください。`,
  'utility-too-much': () => say`大きすぎて作れません。もう少し小さいもの、シンプルなものでお試しください。`,
  'qr-unreadable': ({ image }) =>
    image
      ? say`できたコードを読み取れなかったので、送りませんでした。サイズを大きくするか、文字を短くするか、画像なしでお試しください。`
      : say`できたコードを読み取れなかったので、送りませんでした。サイズを大きくするか、シンプルな色でお試しください。`,
  'not-found': ({ id }) => say`IDが${quoted(id)}の画像は見つかりません。`,
  'nothing-waits': () => say`待っている画像はありません。`,
  'not-yours': ({ id }) => say`画像 ${code(id)} にそれができるのは、作った本人だけです。`,
  'press-refused': () =>
    say`このボタンは別の人のものか、期限が切れています。もう一度コマンドから始めてください。`,
  'not-admin': () => say`それができるのは、このチームの管理者だけです。`,
  'blocked-here': () =>
    say`このチームの管理者が、ここでの利用を止めています。ほかの場所では、今までどおりアカウントを使えます。`,
  'person-not-linked': () => say`その人はまだアカウントがありません。${code('/link')} で連携できます。`,
  'not-a-member': () => say`その人は、このチームでまだボットを使っていません。`,
  'no-tie': () =>
    say`そのコードはここでは使えないか、期限が切れています。${code('/team つなぐ')} からやり直してください。`,
  'already-tied': () =>
    say`どちらかのチームが、すでに別のチームとつながっています。${code('/team 切り離す')} で切り離せます。`,
  'too-many-codes': () => say`このチームで試されたコードが多すぎます。1時間後にもう一度お試しください。`,
  'not-yourself': () => say`自分に対してはできません。`,
  'not-giftable': ({ balance, giftable }) => {
    if (balance <= 0) return say`残高が${credits(balance)}なので、贈れるものがありません。`
    if (giftable === 0) return say`残高${credits(balance)}のうち、贈れるものはありません。${ownOnly}`
    const most = say`残高${credits(balance)}のうち、贈れるのは${bold(number(giftable))}までです。`
    return giftable === balance ? most : say`${most}${ownOnly}`
  },
  'gift-unsettled': () =>
    say`現在データベースにつながりません。もう一度贈る前に ${code('/credits')} を確認してください。始まっていたギフトは数分以内に届きます。`,
  'not-in-team': () => say`それはチームのチャンネルでだけ使えます。`,
  'no-gallery': () =>
    say`このチームにはまだギャラリーのチャンネルがありません。管理者が ${code('/gallery')} で選べます。`,
  'cannot-post': () => say`そこには投稿できません。ボットをチャンネルに招待して、もう一度お試しください。`,
  'not-connected': () => say`現在そちらにつながっていません。1分後にもう一度お試しください。`,
  'reply-expired': () => say`返事が遅れて、ここに表示できませんでした。もう一度お試しください。`,
  'chat-trouble': ({ problem }) =>
    problem === 'busy'
      ? say`現在このチャンネルに投稿できません。1分後にもう一度お試しください。`
      : say`返事がなかったので、うまくいった可能性もあります。もう一度試す前に、チャンネルを確認してください。`,
  'already-shared': ({ id }) => say`画像 ${code(id)} はもう共有されています。`,
  'being-shared': ({ id }) => say`画像 ${code(id)} は共有している最中です。`,
  'not-shared': ({ id }) => say`画像 ${code(id)} は共有されていません。`,
  'already-linked': () =>
    say`このチャットはすでにアカウントと連携しています。先に ${code('/unlink')} で連携を解除してください。`,
  'attachment-too-large': ({ limit }) => say`大きすぎます。添付できるのは合計${megabytes(limit)}までです。`,
  'too-many-attachments': ({ limit }) => say`添付できる画像は${pictures(limit)}までです。`,
  'nothing-to-change': () =>
    say`ここには変更できる画像がありません。${code('/imagine')} で描いてから、どう変えるかを伝えてください。`,
  'nothing-to-start-from': () =>
    say`ここには元にできる画像がありません。画像のあるメッセージを選んでください。`,
  'attachment-unavailable': () => say`添付ファイルを取得できませんでした。${attachTaken}`,
  'attachment-unreadable': ({ format }) =>
    format === undefined
      ? say`そのファイルを画像として読めませんでした。${attachTaken}`
      : say`${format}ファイルは画像として読めません。${attachTaken}`,
  'attachment-too-many-pixels': ({ limit }) =>
    say`画像が大きすぎます。この種類は${number(Math.floor(limit / 1_000_000))}メガピクセルまでです。`,
  'svg-refused': ({ holds, name }) => {
    if (holds === 'element' && name !== undefined)
      return say`このSVGには、描けない要素${quoted(name)}が入っています。${plainSvg}`
    return {
      script: say`このSVGにはスクリプトかページが入っていて、受け取れません。${plainSvg}`,
      reference: say`このSVGは外部のものを参照していて、その先は読み込めません。${plainSvg}`,
      entities: say`このSVGは独自のエンティティを定義していて、読み取れません。${plainSvg}`,
      picture: say`このSVGには写真かビットマップが入っています。その画像そのものか、全体をPNGにして添付してください。`,
      element: say`このSVGには、描けないものが入っています。${plainSvg}`,
      'too-much': say`このSVGは複雑すぎて描けません。もっとシンプルなものか、PNGを添付してください。`,
      nothing: say`そのファイルをSVGとして読めませんでした。${plainSvg}`,
    }[holds]
  },
  'too-many-frames': ({ frames, limit }) =>
    say`このアニメーションは${pictures(frames)}あります。使えるのは${pictures(limit)}までです。`,
  'stands-still': ({ format }) =>
    say`${format.toUpperCase()}はアニメーションにできません。${code('gif')} か ${code('webp')} を指定するか、静止画を添付してください。`,
  'not-cancellable': ({ id }) => say`画像 ${code(id)} はもう描き始めているので、キャンセルできません。`,
  'moderation-blocked': ({ stage, categories }) => {
    const named = nameCategories(minded, categories, quoted)
    const what = named.length > 0 ? `（${named.join('、')}）` : ''
    return stage === 'output'
      ? say`画像は描けましたが、画像サービスの安全チェックで止められました${what}。言葉を変えて、もう一度お試しください。`
      : say`このプロンプトは、画像サービスの安全チェックで止められました${what}。言葉を変えて、もう一度お試しください。`
  },
  'vendor-busy': ({ retryAfter }) =>
    say`画像サービスが混み合っています。${wait(retryAfter ?? 60_000)}後にもう一度お試しください。`,
  'queue-full': () => say`順番待ちの画像がいっぱいです。数分後にもう一度お試しください。`,
  'vendor-quota': () =>
    say`画像サービスの利用上限に達しました。上限を上げるよう、このボットの運営者に伝えてください。`,
  'vendor-refused': ({ option, value = '' }) => {
    switch (option) {
      case undefined:
        return say`画像サービスがこのリクエストを受け付けません。オプションなしでもう一度お試しください。`
      case 'image':
        return say`画像サービスがその画像を使えません。PNGかJPEGの別の画像でお試しください。`
      case 'prompt':
        return say`画像サービスがこのプロンプトを受け付けません。言葉を変えて、もう一度お試しください。`
      case 'count':
        return say`このモデルでは一度に${bold(pictures(Number(value)))}は描けません。${bold('1')}でお試しください。`
      default: {
        const usual = { background: '自動', size: '正方形', quality: '標準' }[option]
        return say`このモデルでは${bold(value)}を使えません。${bold(usual)}でお試しください。`
      }
    }
  },
  'vendor-down': () => say`現在、画像サービスが動いていません。しばらくしてからお試しください。`,
  'vendor-timeout': () => say`画像サービスに時間がかかりすぎたので、待つのをやめました。`,
  'source-gone': () => say`元になった画像は削除されています。`,
  'picture-unreadable': () =>
    say`画像サービスから届いたものが画像ではありませんでした。もう一度お試しください。`,
  'hosting-failed': () => say`画像は描けましたが、保存できませんでした。しばらくしてからお試しください。`,
  'hosting-down': () =>
    say`現在、画像を保存できないため、描くのを止めています。数分後にもう一度お試しください。`,
  'no-pack': ({ pack }) =>
    say`${quoted(pack)}というパックはありません。一覧は ${code('/topup')} で見られます。`,
  'no-provider': ({ provider }) => say`${quoted(provider)}では何も販売していません。`,
  'provider-trouble': () => say`現在、決済サービスが動いていません。しばらくしてからお試しください。`,
  interrupted: () => say`描いている途中で再起動しました。もう一度お試しください。`,
  cancelled: () => say`描き始める前にキャンセルしました。`,
  'store-unavailable': () => say`現在データベースにつながりません。1分後にもう一度お試しください。`,
  unsettled: ({ id }) =>
    say`現在データベースにつながりません。15分以内に画像 ${code(id)} がここに届くか、クレジットが戻ります。`,
  stopping: () => say`再起動しています。1分後にもう一度お試しください。`,
}

export const ja: Words = {
  ...formats,
  tag: 'ja',
  name: '日本語',

  credits,
  pictures,
  pixels,
  seconds,
  minutes,
  wait,
  estimate,
  quoted,
  price: ({ usual, large }) =>
    large === usual ? credits(usual) : `${credits(usual)}（大きいサイズは${number(large)}）`,

  places: {
    the: { terminal: 'ターミナル', discord: 'Discord', slack: 'Slack' },
    at: { terminal: 'ターミナル', discord: 'Discord', slack: 'Slack' },
    somebody: (name, where) => `${where}の${name}さん`,
    team: {
      terminal: (name) => `ターミナル（${name}）`,
      discord: (name) => `Discordのサーバー「${name}」`,
      slack: (name) => `Slackのワークスペース「${name}」`,
    },
  },

  connecting: {
    title: 'チャットを連携',
    heading: 'このチャットを連携しますか？',
    whosAsking: '連携を求めている人',
    where: '場所',
    yourAccount: 'あなたのアカウント',
    warning: (name, at) =>
      say`${bold(name)}さんが、あなたのクレジットを使い、画像を見られるようになります。これが自分で、たった今${at}で連携を始めた場合だけ進んでください。`,
    yes: 'はい、自分です',
    no: 'キャンセル',
    continueWith: (platform) => `${platform}で続ける`,
    whatItTells: (platform) => `${platform}から受け取るのは、あなたがだれかという情報だけです。`,
    codeInstead: '代わりにコードを使う',
    notYours: '自分のアカウントではありませんか？',
    signOutFirst: '先にサインアウト',

    leavingTitle: (platform) => `${platform}へ`,
    leaving: (platform) => `${platform}に移動しています…`,

    doneTitle: '連携しました',
    done: '連携しました',
    doneNext: (balance, platform) =>
      say`残高は${bold(credits(balance))}です。${platform}に戻ってください。頼んだものはもう動き始めています。`,

    toldInChat: (email, balance) =>
      say`このチャットを${bold(email)}と連携しました。残高は${credits(balance)}です。`,

    nothingTitle: '連携していません',
    otherHeading: (platform) => `${platform}のアカウントが違います`,
    other: (platform, asker, name) =>
      name === undefined
        ? say`${platform}に別の人として、または別のワークスペースでサインインしています。連携を求めたのは${bold(asker)}さんです。何も連携していません。`
        : say`${platform}に${bold(name)}さんとしてサインインしていますが、連携を求めたのは${bold(asker)}さんです。何も連携していません。`,
    otherNext: (platform) => `${platform}のページでアカウントを切り替えるか、コードを使ってください。`,
    tryAgain: 'もう一度試す',

    codeTitle: 'あなたのコード',
    codeHeading: 'あと一歩です。チャットに戻りましょう',
    codeInChat: (platform, button) =>
      say`${platform}に戻って「${bold(button)}」を押し、これを入力してください。`,
    codeInTerminal: 'これをターミナルに入力してください。',
    codeLife: (name, where) => say`10分間だけ、${where}の${bold(name)}さんだけが使えます。`,
    welcome: (amount) => say`入力すると、はじめに${bold(credits(amount))}がもらえます。`,
    noWelcome: {
      had: '今回、特典のクレジットはありません。このチャットかメールアドレスで受け取り済みです。',
      capped: '今日の特典クレジットは配り終えたので、今回はありません。連携はできます。',
    },
    codeAdvice:
      'このコードはだれにも教えないでください。聞いてくる人は、あなたのクレジットを使おうとしています。',

    problems: {
      dead: {
        title: 'このリンクはもう使えません',
        text: 'リンクは15分間、1回だけ使え、新しいものが出ると無効になります。何も連携していません。チャットで /link と入力すると、新しいリンクが出ます。',
      },
      'already-linked': {
        title: 'すでに連携しています',
        text: 'このチャットはアカウントと連携済みです。別のアカウントを使うには、チャットで /unlink、続けて /link と入力してください。',
      },
      'other-browser': {
        title: 'チャットからやり直してください',
        text: 'このページは、始めたときと同じブラウザーで、10分以内に1回だけ使えます。まだ連携していなければ、チャットで /link と入力してください。',
      },
      declined: {
        title: '連携していません',
        text: '許可されませんでした。もう一度試すか、コードを使ってください。',
      },
      trouble: {
        title: '連携していません',
        text: 'あなたがだれかを確認できませんでした。1分後にもう一度試すか、コードを使ってください。',
      },
      'no-unlink': {
        title: '解除する連携がありません',
        text: 'このリンクは使用済みか、30日を過ぎたか、チャットの連携がすでに解除されています。連携中のチャットはアカウントのページで確認できます。',
      },
    },
    toAccount: 'アカウントへ',

    undoTitle: 'チャットの連携を解除',
    undoHeading: 'このチャットの連携を解除しますか？',
    undo: (name, where) => say`解除するまで、${where}の${bold(name)}さんはあなたのアカウントを使えます。`,
    disconnect: '連携を解除',
    keep: 'そのままにする',
    undone: '連携を解除しました',
    undoneNext:
      'このチャットから、あなたのアカウントはもう使えません。自分で連携した覚えがなければ、利用明細を確認して、すべての端末からサインアウトしてください。',
  },

  signingIn: {
    title: 'サインイン',
    lead: 'メールアドレスを入力すると、コードが届きます。アカウントがなければ、そのまま作られます。',
    email: 'メールアドレス',
    sendCode: 'コードを送る',
    cookie:
      '使うCookieは1つだけです。サインインを保ち、次からはここでサインインしたことがあるとわかるようにします。',
    aboutData: 'データの取り扱い',

    confirmTitle: 'ご本人ですか？',
    confirm: (email) => say`サインインから時間がたっています。続ける前に、${bold(email)}にコードを送ります。`,
    cancel: 'キャンセル',

    codeTitle: 'コードを入力',
    checkMail: 'メールを確認してください',
    sent: (email) => say`${bold(email)}に8桁のコードを送りました。10分間使えます。`,
    code: 'コード',
    spam: '1分たっても届かなければ、迷惑メールのフォルダーを見てください。',
    newCode: '新しいコードを送る',
    otherAddress: '別のアドレスを使う',

    deadTitle: '新しいコードを送ってください',
    dead: 'コードが使用済みか、10分を過ぎたか、5回間違えて入力されました。コードは、送ったときと同じブラウザーでしか使えません。',
    signedIn: 'サインインしています',
    goOn: '続ける',
  },

  codes: {
    tooMany: (ms) => `コードの送信が多すぎます。${wait(ms)}後にもう一度お試しください。`,
    busy: (ms) => `コードの送信が混み合っています。${wait(ms)}後にお試しください。`,
    sameAddress: 'すでにこのアドレスを使っています。',
    badAddress: 'このアドレスにはメールを送れません。入力ミスがないか確認してください。',
    notYet: (ms) => `新しいコードは${wait(ms)}後に送れます。前に届いたコードはまだ使えます。`,
    noCode: (asked) =>
      asked === 1
        ? 'コードは8桁です。メールを確認してください。'
        : 'コードはどちらも8桁です。両方のメールを確認してください。',
    wrong: (left) => `コードが違います。あと${number(left)}回入力できます。`,
  },

  mails: {
    codes: {
      'sign-in': {
        subject: (pin) => `サインイン用のコード：${pin}`,
        heading: 'サインイン用のコード',
        reason: (host) => `${host} に入力して、サインインしてください。`,
        where: 'コードを頼んだブラウザーで',
        otherwise: () =>
          '心当たりがありませんか？ だれかがアドレスを打ち間違えたようです。このメールは無視してかまいません。',
      },
      'old-address': {
        subject: (pin) => `アドレス変更用のコード：${pin}`,
        heading: 'アドレスを変更しますか？',
        reason: (host) =>
          `${host} であなたのアカウントにサインインしている人が、このアドレスを変更しようとしています。ご自身なら、そこにこのコードを入力してください。`,
        where: 'そのアカウントにサインインしている人が',
        otherwise: (host) =>
          `ご自身でなければ、だれかがあなたのアカウントに入っています。コードを教えないでください。コードがなければアドレスは変わりません。${host} にサインインし、設定ですべての端末からサインアウトしてください。`,
      },
      'new-address': {
        subject: (pin) => `アドレス確認用のコード：${pin}`,
        heading: 'このアドレスを確認',
        reason: (host) => `${host} に入力すると、これがあなたのアカウントのアドレスになります。`,
        where: 'そのアカウントにサインインしている人が',
        otherwise: () =>
          '心当たりがありませんか？ だれかがアドレスを打ち間違えたようです。このメールは無視してかまいません。',
      },
      merge: {
        subject: (pin) => `アカウント統合用のコード：${pin}`,
        heading: 'アカウントを統合しますか？',
        reason: (host, receiver) =>
          `${host} に${receiver}としてサインインしている人が、このアドレスのアカウントのすべて（クレジット、画像、連携したチャット）を引き継ごうとしています。このアカウントはそこで終わります。どちらもご自身のものなら、そこにこのコードを入力してください。`,
        where: 'そのアカウントにサインインしている人が',
        otherwise: () =>
          'どちらかがご自身のものでなければ、何もせず、コードを教えないでください。コードがなければ、アカウントは今のままです。',
      },
    },
    codeRules: (host, where) =>
      `10分間、1回だけ、${where}使えます。${host} 以外には入力せず、だれにも教えないでください。こちらからコードを聞くことはありません。`,
    connected: {
      subject: 'アカウントにチャットが連携されました',
      heading: 'チャットが連携されました',
      who: (person) => `${person}があなたのアカウントと連携し、クレジットを使えるようになりました。`,
      next: 'ご自身なら、何もする必要はありません。そうでなければ、連携を解除してください。サインインは不要です。',
      button: 'このチャットの連携を解除',
      rules: 'このリンクは30日間、1回だけ使え、ほかには何もしません。',
    },
    policy: {
      subject: 'プライバシーポリシーが変わりました',
      heading: 'プライバシーポリシーが変わりました',
      text: (version) => `新しいポリシーは${version}付です。`,
      button: 'プライバシーポリシーを読む',
      next: '同意できない場合は、いつでもデータを書き出したり、アカウントを削除したりできます。',
      account: 'アカウント',
    },
  },

  refusals,

  optionProblem: {
    missing: (option) => say`${code(option)} がありません。`,
    missingImage: (option) => say`${code(option)} がありません。画像を添付してください。`,
    missingPrompt: () => say`まだ描くものがありません。${code('プロンプト')} を書いてください。`,
    noSuchPage: () => say`そのページはありません。${code('/history')} からやり直してください。`,
    unknown: (option) => say`ここに${quoted(option)}というオプションはありません。`,
    unknownButNear: (option, suggestion) =>
      say`${quoted(option)}というオプションはありません。もしかして ${code(suggestion)} ですか？`,
    tooLong: (option, length, limit) =>
      say`${code(option)} は${number(length)}文字あります。${number(limit)}文字までにしてください。`,
    controlCharacters: (option) =>
      say`${code(option)} に見えない制御文字が入っています。取り除いて、もう一度お試しください。`,
    notAPerson: (option) =>
      say`${code(option)} には、ここにいる人を指定してください。${code('@')} を入力して選べます。`,
    notATimeZone: (option) =>
      say`${code(option)} は ${code('Asia/Tokyo')} のようなタイムゾーンで指定してください。`,
    notAMonth: (option) => say`${code(option)} は ${code('2026-11')} のような月で指定してください。`,
    notANumber: (option) => say`${code(option)} は整数で指定してください。`,
    outOfRange: (option, minimum, maximum) =>
      say`${code(option)} は${number(minimum)}から${number(maximum)}までで指定してください。`,
    notAChoice: (option, choices) => say`${code(option)} は、${anyOf(choices)}のどれかにしてください。`,
    illegalSize: (fault, rules) => say`${sizeFaults[fault](rules)}`,
    notASize: (option, shortest, longest) =>
      say`${code(option)} は ${code('1200x630')} のような幅と高さで、それぞれ${number(shortest)}から${pixels(longest)}までにしてください。`,
    notAColor: (option, names) =>
      say`${code(option)} は${anyOf([...names, '#1f6feb'])}のように指定してください。`,
    tooLittleContrast: (option, ratio, least) =>
      say`${code(option)} が見分けにくい色です。コントラストは${formats.decimal(Math.floor(ratio * 10) / 10)}対1ですが、カメラには${formats.decimal(least)}対1が必要です。${code('色')} を濃くするか、${code('背景')} を明るくしてください。`,
    inverted: () =>
      say`暗い背景に明るいコードは、読めないカメラが多いです。${code('色')} を ${code('背景')} より濃くしてください。`,
    tooManyBytes: (option, bytes, limit) =>
      say`${code(option)} は${number(bytes)}バイトあり、入るのは${number(limit)}バイトまでです。短くするか、リンクにしてください。`,
    tooSmall: (option, least) =>
      say`${code(option)} が小さすぎて、中身が入りきりません。${pixels(least)}以上にしてください。`,
    notAResize: (option, most, sets, longest) =>
      say`${code(option)} は ${code('800x600')}、${code('800')}、${code('x600')}、${code('50%')} のように、コンマ区切りで${number(most)}個まで、あるいは ${anyOf(sets)} で指定してください。どの辺も${pixels(longest)}までです。`,
    unterminatedQuote: (option) => say`${code(option)} の引用符が閉じられていません。`,
    repeated: (option) => say`${code(option)} が2回以上指定されています。`,
    illegalCombination: (option, other) => say`${code(option)} は ${code(other)} と一緒に使えません。`,
  },

  facts: {
    askedBy: '依頼',
    price: '料金',
    balance: '残高',
    size: 'サイズ',
    from: '元画像',
    quality: '品質',
    model: 'モデル',
    words: '文字',
    background: '背景',
    finish: '仕上げ',
    id: 'ID',
    file: 'ファイル',
    format: '形式',
    frames: 'コマ数',
    icons: 'アイコン',
    errorCorrection: '誤り訂正',
  },

  picture: {
    priceOfAll: (price, count) => `${pictures(count)}で${credits(price)}`,
    freeRepeat: '無料 · 前に作ったものです',
    wordsSet: '入力したとおりです',
    wordsDrawn: 'モデルが描いたので、つづりを確認してください',
    opaque: 'このモデルは透明にできません',
    unfinished: '描かれたままです。サイズと文字は合わせられませんでした',
    oneAlt: (which, all, prompt) => `${number(all)}枚中${number(which)}枚目：${prompt}`,
    allAlt: (count, prompt) => `画像${pictures(count)}：${prompt}`,
    link: '画像',
    numberedLink: (which) => `画像${number(which)}`,
  },

  progress: {
    next: '次の順番です',
    place: (place) => `順番待ち ${number(place)}番目`,
    placeOrLater: (place) => `順番待ち ${number(place)}番目以降`,
    readyIn: (ms) => `あと約${estimate(ms)}`,
    readyAtEarliest: (ms) => `早くてあと${estimate(ms)}`,
    drawing: '描いています',
    saving: '保存しています',
    previewAlt: '描きかけの画像',
  },

  steps: {
    upgraded: '品質アップ',
    varied: 'バリエーション',
    private: '非公開の画像',
    gone: '元の画像は削除済み',
    madeFromThis: (list) => say`これから作った画像：${list}`,
  },

  pick: {
    which: () => say`どれにしますか？ 番号を押してください。`,
    howDifferent: (id) =>
      say`${code(id)} からどのくらい変えますか？ 「${bold('控えめ')}」は構図をそのままに細部を変えます。「${bold('大胆')}」は題材とスタイルだけを残します。`,
  },

  change: {
    title: 'この画像を変更',
    what: (price) => `変更する内容 · ${credits(price)}`,
    which: (example) => say`どれにしますか？ 番号を押すか、${code(example)} のように指定してください。`,
  },

  edit: {
    title: 'プロンプトを編集',
    presetTitle: (command) => `${command}を編集`,
    pictureInstead: '元の画像の代わりに使う画像',
    tooLongForForm: (limit) =>
      say`このプロンプトは長すぎて、ここでは編集できません。フォームに入るのは${number(limit)}文字までです。`,
  },

  references: {
    title: '参考画像として使う',
    startFrom: (last) => `元にする画像（番号は1～${number(last)}）`,
    more: (first, last) => `追加の画像（番号は${number(first)}～${number(last)}）`,
    oneMore: (which) => `追加の画像（番号は${number(which)}）`,
    chosen: (count) =>
      count === 1
        ? '選んだ画像は1番です。プロンプトでは「1番」と呼んでください。'
        : `選んだ画像は1～${number(count)}番です。プロンプトではその番号で呼んでください。`,
  },

  utility: {
    notAlone: (file) =>
      say`${file}はできましたが、ここではあなただけに送れません。${code('非公開')} なしでもう一度お試しください。`,
    notSent: (file) => say`${file}はできましたが、ここに送れませんでした。もう一度お試しください。`,
    qrAlt: (text) => `QRコード：${text}`,
    placeholderAlt: (size, text) => `プレースホルダー、${size}：${text}`,
  },

  resize: {
    sizes: plural({ other: '#種類' }),
    alt: (sizes) => `リサイズした画像：${sizes}`,
    tableHead: { file: 'ファイル', size: 'サイズ', bytes: '容量' },
    enlarged: '元の画像より大きいので、ぼやけて見えるかもしれません。',
    flattened: 'JPEGは透明にできないので、その部分は白くなっています。',
    reduced: '容量の上限に収めるため、少し粗いか小さくなっています。',
  },

  favicon: {
    alt: '実際の大きさのアイコン。明るい背景と暗い背景で',
    install: () => say`ファイルをサイトのルートに置き、ページの ${code('<head>')} にこれを入れてください。`,
    notSquare: '正方形ではないので、アイコンの両側に余白があります。',
    enlarged: '512ピクセルより小さいので、大きいアイコンはぼやけて見えます。',
    hasWords: '文字は見る人の環境のフォントで表示されます。そのままの形にするには、パスに変換してください。',
  },

  useMade: {
    what: 'これをもとに描くもの',
  },

  kept: () => say`わかりました。何も変えていません。`,
  cancelled: (id) => say`画像 ${code(id)} をキャンセルしました。`,

  delete: {
    question: (id) => say`画像 ${code(id)} を削除しますか？ 元には戻せず、クレジットも戻りません。`,
    onlyOne: () => say`一緒に作ったほかの画像は残ります。`,
    alsoShared: () => say`ギャラリーのチャンネルからも消えます。`,
    done: (id) => say`画像 ${code(id)} を削除しました。`,
    postLeft: () => say`ギャラリーのチャンネルへの投稿は消せませんでした。`,
    besideOthers: () =>
      say`ほかの画像と並べたメッセージには、まだ残っていることがあります。そこでメッセージを削除できる人なら消せます。`,
    messageLeft: () =>
      say`この画像が出ているメッセージを全部は消せませんでした。そこでメッセージを削除できる人なら消せます。`,
  },

  favourite: {
    kept: (id) => say`画像 ${code(id)} をお気に入りに入れました。`,
    dropped: (id) => say`画像 ${code(id)} をお気に入りから外しました。`,
  },

  talk: {
    change: () => say`この画像を変えますか？ 「${bold('変更')}」を押してください。`,
    help: () =>
      say`${code('夕暮れの灯台')} のように、見たい画像を書いてください。描きます。ほかにできることは ${code('/help')}、クレジットは ${code('/topup')} へどうぞ。`,
    draw: () => say`プロンプトでしたか？ 「${bold('描く')}」を押してください。`,
    imagine: () => say`プロンプトでしたか？ ${code('/imagine')} を使ってください。`,
  },

  history: {
    place: (from, to, total, isWhole) => {
      const page = from === to ? number(to) : `${number(from)}–${number(to)}`
      return say`${bold(page)} / ${number(total)}${isWhole ? '' : '以上'}`
    },
    moreThan: (total) => say`${bold(`${number(total)}を超えています`)}`,
    choose: () => say`${bold('どの画像ですか？')} 最近のものはこちらです。`,
    favourites: 'お気に入り',
    favourite: 'お気に入り',
    free: '無料',
    none: () => say`まだ画像がありません。${code('/imagine')} で最初の1枚を描きましょう。`,
    noFavourites: () =>
      say`お気に入りはまだありません。画像の下の「${bold('お気に入り')}」を押すと、ここに入ります。`,
    noneMatch: (filters) => say`条件に合う画像がありません：${filters}`,
    noneHaveWords: (words) => say`この言葉をすべて含む画像がありません：${quoted(words)}`,
  },

  sharing: {
    post: (author) => say`${bold(author)}さんが画像を共有しました`,
    shared: (id, address) =>
      say`画像 ${code(id)} を共有しました：${linked('ギャラリーのチャンネル', address)}`,
    sharedElsewhere: (id, platform) =>
      say`画像 ${code(id)} を${platform}のチームのギャラリーに共有しました。`,
    missed: (platforms, command) =>
      say`${allOf(platforms)}のチームのギャラリーには届きませんでした。${code(command)} でもう一度お試しください。`,
    unshared: (id) => say`画像 ${code(id)} をギャラリーのチャンネルから外しました。`,
    chosen: (channel, address) =>
      say`これからは、共有した画像がここに届きます：${address === undefined ? channel : linked('そのチャンネル', address)}`,
    note: () => say`${code('/share')} で共有された画像が、ここに届きます。`,
  },

  gallery: {
    noChannel: () =>
      say`共有した画像を載せるチャンネルがまだありません。管理者が ${code('/gallery')} とチャンネル名で選べます。`,
    channel: (channel, address) =>
      say`共有した画像の届け先：${address === undefined ? channel : linked('ギャラリーのチャンネル', address)}`,
    none: () => say`まだ何も共有されていません。画像の下の「${bold('共有')}」を押して、最初の1枚をどうぞ。`,
    latest: () => say`${bold('最近の共有')}`,
    earlier: () => say`${bold('以前の共有')}`,
    noneEarlier: () => say`これより前の共有はありません。`,
    sharedBy: (author) => `${author}さんが共有`,
    shared: '共有済み',
    voted: (id, count) =>
      say`${code(id)} に投票しました。今は${countVotes(count)}です。もう一度押すと取り消せます。`,
    voteTakenBack: (id, count) => say`${code(id)} への投票を取り消しました。今は${countVotes(count)}です。`,
  },

  outcome: {
    nothingCharged: () => say`クレジットは使っていません。`,
    creditsBack: (amount) => say`${credits(amount)}が戻りました。`,
    teamCreditsBack: (amount) => say`チームに${credits(amount)}が戻りました。`,
    unsettled: (why, id, price, paidBy) => {
      const reason = why === 'stopping' ? '再起動しています。' : '現在データベースにつながりません。'
      const whose = paidBy === 'team' ? 'チームの' : ''
      return say`${reason}画像 ${code(id)} はなくなりません。まもなく届くか、15分以内に${whose}${credits(price)}が戻ります。`
    },
    fault: (callId) =>
      say`こちらで問題が起きました。クレジットを使った画像は15分以内に ${code('/history')} に入るか、クレジットが戻ります。問い合わせるときは ${code(callId)} を伝えてください。`,
    unreadable: (callId) =>
      say`読み取れませんでした。もう一度お試しください。問い合わせるときは ${code(callId)} を伝えてください。`,
  },

  connect: {
    button: '連携する',
    enterCode: 'コードを入力',
    first: (waits, replaces) => {
      if (waits === undefined)
        return say`このチャットはまだアカウントと連携していません。1分ほどで終わります。`
      const next = waits === 'prompt' ? 'プロンプトはそのまま待っています' : 'そのあと頼まれたことをします'
      return say`まずアカウントを連携してください。1分ほどで終わり、${next}。${replaces ? '前に頼まれたものと入れ替わります。' : ''}`
    },
    goOn: () => say`連携しました。続きはこちらです。`,
  },

  examples: {
    prompt: '夕暮れの灯台、水彩画',
    address: 'https://imgsrc.pub',
    draw: (price) => `灯台を描く · ${number(price)}`,
    qr: 'QRコードを作る · 無料',
    greeting: () =>
      say`こんにちは！ ${code('/imagine')} と入力して見たいものを書くと、画像がここに届きます。まずはお試しください。`,
    more: () =>
      say`QRコード、プレースホルダー、アイコン、リサイズは、アカウントなしで無料です。すべての機能は ${code('/help')} で見られます。`,
  },

  home: {
    nothingYet: () =>
      say`まだ画像がありません。どのチャンネルでも ${code('/imagine')} で最初の1枚を描けます。`,
    latest: () => say`${bold('最新の画像')}`,
  },

  link: {
    how: (connect, enterCode) =>
      say`「${bold(connect)}」を押し、メールアドレスでサインインしてください。ページにコードが表示されるので、ここに戻って「${bold(enterCode)}」を押してください。`,
    howTyped: (connect) =>
      say`「${bold(connect)}」を開き、メールアドレスでサインインしてください。ページにコードが表示されるので、ここに戻って ${code('/link')} とコードを入力してください。`,
    once: () =>
      say`ページは15分間、1回だけ使えます。だれにも見せず、ほかの人から渡されたコードは入力しないでください。`,
    bought: (amount) => say`ここで購入した${bold(credits(amount))}も一緒に入ります。`,
    codeOnPage: 'ページに表示されたコード',
    linked: (email, balance) =>
      email === undefined
        ? say`このチャットをアカウントと連携しました。残高は${credits(balance)}です。`
        : say`このチャットを${bold(email)}と連携しました。残高は${credits(balance)}です。`,
    welcome: () => say`ようこそ！`,
    noWelcome: () => say`今回、特典のクレジットはありません。今日の分は配り終えました。`,
    goesOn: () => say`続けて、頼まれたことをします。`,
    deadCode: () =>
      say`このコードはもう使えません。使用済みか、期限切れか、入力の回数が多すぎました。${code('/link')} でやり直してください。`,
    noCode: () => say`コードは8桁です。ページをもう一度確認してください。`,
    wrongCode: (left) => say`コードが違います。あと${number(left)}回入力できます。`,
    unlinkQuestion: (email) =>
      email === undefined
        ? say`このチャットとアカウントの連携を解除しますか？ クレジットと画像はアカウントに残ります。`
        : say`このチャットと ${bold(email)} の連携を解除しますか？ クレジットと画像はアカウントに残ります。`,
    unlinked: () => say`このチャットの連携を解除しました。${code('/link')} でもう一度連携できます。`,
  },

  help: {
    head: { option: 'オプション', choices: '選択肢', meaning: '説明' },
    choices: (items) => items.join('、'),
    oneOf: (what, choices) => `${what}（${choices}）`,
    writing: () =>
      say`オプションは ${code('--サイズ ワイド')} や ${code('サイズ:ワイド')} のように書きます。画像の料金は ${code('/credits')} で見られます。`,
    talking: () =>
      say`メンションやダイレクトメッセージでも頼めます。コマンドで始まるか画像の説明なら、そのまま描きます。そうでなければ先に確認します。${code('/imagine')} なら、書いたものを何でも描きます。`,
    menus: (names) => say`メッセージのメニューからも、その画像を使えます：${bold(allOf(names))}`,
    missing: (asked, meant) =>
      meant === undefined
        ? say`${quoted(asked)}というコマンドはありません。コマンドの一覧です。`
        : say`${quoted(asked)}というコマンドはありません。もしかして ${code(meant)} ですか？ コマンドの一覧です。`,
  },

  terminal: {
    welcome: (name) =>
      say`こんにちは、${name}さん。コマンドの一覧は ${code('/help')}、画像を大きく見るには ${code('/open')}、終了は ${code('/quit')} です。`,
    alreadyDrawing: () =>
      say`もう描き始めているので、キャンセルできません。終了するには ${code('/quit')} と入力します。`,
    howToLeave: () => say`${code('/quit')} か Ctrl-D で終了します。`,
    lineTooLong: (length, limit) =>
      say`この行は${number(length)}文字あります。${number(limit)}文字までにしてください。`,
    didYouMean: (line) => say`${code(line)} のことですか？`,
    typeInstead: (line) => say`${code(line)} と、自分の言葉で入力してください。`,
    pickHint: 'IDか、プロンプトの続きを入力：',
  },

  slack: {
    product: 'imgsrc',
    cancel: 'キャンセル',
    close: '閉じる',
    go: '実行',
    yes: 'はい',
    other: (example) => `または自由に：${example}`,
    picture: '画像',
    originals: (links) => say`フルサイズ：${links.flatMap((link, at) => (at > 0 ? [' ', ...link] : link))}`,
    news: 'imgsrcからのお知らせ',
    homeTitle: 'あなたのアカウント',
    appDescription: '言葉で伝えた画像を、チャンネルの中で描きます。',
    underWay: () =>
      say`取りかかりました。答えは下に届きます。順番待ちの間は ${code('/cancel')} で止められます。`,
    handedOver: () => say`できました。あなたにだけ見えています。`,
    inDirectMessages: (file) =>
      say`${file}はimgsrcとのダイレクトメッセージに送りました。あなたにだけ見えます。`,
    formTooLate: () => say`Slackがフォームを開くのに時間がかかりすぎました。もう一度お試しください。`,
    formUnsure: () =>
      say`Slackがフォームを開けなかったかもしれません。見当たらなければ、もう一度お試しください。`,
    formUnreadable: () =>
      say`このフォームはもう読み取れないため、何もしていません。もう一度コマンドを入力してください。`,
    fault: () => say`こちらで問題が起きたため、何もしていません。もう一度お試しください。`,
    formElsewhere: () => say`それはフォームを開く操作で、Slackではコマンドかボタンからしか開けません。`,
    notInstalled: () =>
      say`imgsrcはこのワークスペースから外されています。管理者がもう一度インストールできます。`,
    install: 'imgsrcをインストール',
    installing: {
      installed: {
        title: 'インストールしました',
        text: 'imgsrcがワークスペースに入りました。どのチャンネルでも /imagine と入力できます。',
      },
      declined: { title: 'インストールしていません', text: 'Slackでインストールが許可されませんでした。' },
      expired: {
        title: 'インストールしていません',
        text: 'このリンクは、始めたときと同じブラウザーで、10分間だけ使えます。',
      },
      failed: {
        title: 'インストールしていません',
        text: 'Slackでインストールが終わりませんでした。1分後にもう一度お試しください。',
      },
      again: 'もう一度試す',
    },
  },

  qualities: { draft: '下書き', standard: '標準', premium: '高品質' },
  sizes: { square: '正方形', landscape: '横長', portrait: '縦長', wide: 'ワイド' },
  backgrounds: { auto: '自動', opaque: '不透明', transparent: '透明' },
  colors: {
    black: '黒',
    white: '白',
    gray: 'グレー',
    red: '赤',
    orange: 'オレンジ',
    yellow: '黄',
    green: '緑',
    teal: '青緑',
    blue: '青',
    navy: '紺',
    purple: '紫',
    pink: 'ピンク',
  },
  fits: {
    inside: { name: '内側', about: '全体を残し、その大きさに収める' },
    crop: { name: '切り抜き', about: '端を切り取る' },
    pad: { name: '余白', about: '全体を残し、余白を足す' },
    stretch: { name: '引き伸ばし', about: '形を変えて合わせる' },
  },
  toolKinds: {
    imagine: '描く',
    vary: 'バリエーション',
    upgrade: '品質アップ',
    og: 'og',
    logo: 'ロゴ',
    banner: 'バナー',
    avatar: 'アバター',
    emoji: '絵文字',
    change: '変更',
  },
  buyers: { me: '自分', team: 'チーム' },
  payers: { team: 'チーム', own: '各自' },
  teamChanges: {
    pays: '支払い',
    cap: '上限',
    'channel-cap': 'チャンネル上限',
    'admins-channel': '管理者チャンネル',
    'time-zone': 'タイムゾーン',
    language: '言語',
    admin: '管理者',
    member: 'メンバー',
    owner: 'オーナー',
    remove: '外す',
    block: 'ブロック',
    unblock: 'ブロック解除',
    tie: 'つなぐ',
    untie: '切り離す',
  },
  styles: {
    og: {
      gradient: { name: 'グラデーション', about: '流れるような色に、ほんのり粒子感' },
      photo: { name: '写真', about: '背景をぼかした写真' },
      illustration: { name: 'イラスト', about: '色数を抑えた平らな形' },
      geometric: { name: '幾何学', about: 'スイスのポスターのような大胆な形' },
      night: { name: '夜', about: '暗くテクニカルで、線が光る' },
      paper: { name: '切り絵', about: '暖かい色の紙を重ねた切り絵' },
    },
    logo: {
      minimal: { name: 'ミニマル', about: '一つのアイデアを、すっきりした形で' },
      geometric: { name: '幾何学', about: 'グリッドに並ぶ円と四角と線' },
      emblem: { name: 'エンブレム', about: '輪郭のはっきりした丸い紋章' },
      mascot: { name: 'マスコット', about: '太い輪郭の親しみやすいキャラクター' },
      monogram: { name: 'モノグラム', about: '頭文字から作った形' },
      handmade: { name: '手描き', about: '筆とインクの生き生きした線' },
    },
    banner: {
      gradient: { name: 'グラデーション', about: '流れるような色に、ほんのり粒子感' },
      photo: { name: '写真', about: '余白をたっぷり取った横長の写真' },
      landscape: { name: '風景', about: '奥行きのある絵画風のパノラマ' },
      pattern: { name: '模様', about: '色数を抑えた幾何学模様' },
      night: { name: '夜', about: '暗くテクニカルで、線が光る' },
    },
    avatar: {
      portrait: { name: 'ポートレート', about: '柔らかい光の写真' },
      cartoon: { name: 'アニメ調', about: '太い輪郭と平らな色' },
      clay: { name: '粘土', about: 'スタジオの光を当てた粘土の人形' },
      pixel: { name: 'ドット絵', about: '大きなドットのドット絵' },
      line: { name: '線画', about: '数本の黒い線に、色を一つ' },
    },
    emoji: {
      glossy: { name: 'つやつや', about: 'スマホの絵文字のような丸みとつや' },
      flat: { name: 'フラット', about: '明るく平らな形に濃い輪郭' },
      sticker: { name: 'ステッカー', about: '白い太いふちと太い輪郭' },
      pixel: { name: 'ドット絵', about: '濃い輪郭のドット絵' },
    },
  },
  styleSheet: (names) => `スタイルごとの小さな絵：${names.join('、')}`,
  flags: { yes: ['はい', 'オン'], no: ['いいえ', 'オフ'] },

  optionNames: {
    prompt: 'プロンプト',
    size: 'サイズ',
    quality: '品質',
    count: '枚数',
    background: '背景',
    model: 'モデル',
    private: '非公開',
    image: '画像',
    image2: '画像2',
    image3: '画像3',
    image4: '画像4',
    title: 'タイトル',
    subtitle: 'サブタイトル',
    style: 'スタイル',
    name: '名前',
    colors: '配色',
    subject: '題材',
    id: 'id',
    search: '検索',
    tool: 'ツール',
    favourites: 'お気に入り',
    for: '対象',
    person: '相手',
    credits: 'クレジット',
    channel: 'チャンネル',
    do: '操作',
    value: '値',
    month: '月',
    text: '文字',
    color: '色',
    format: '形式',
    fit: '合わせ方',
    code: 'コード',
    command: 'コマンド',
  },
  commands: {
    imagine: {
      name: '描く',
      summary: '言葉で伝えた画像を描きます。',
      options: {
        prompt: '何を描くか',
        size: '画像の形。選ばなければ正方形',
        quality: '細かさと料金。選ばなければ標準',
        count: '描く枚数',
        background: '背景を透明にするかどうか',
        model: whichModel,
        private: onlyYou,
        image: '元にする画像。プロンプトでは1番',
        image2: '追加の画像。プロンプトでは2番',
        image3: '追加の画像。プロンプトでは3番',
        image4: '追加の画像。プロンプトでは4番',
      },
    },
    og: {
      name: 'og',
      summary: 'タイトル入りのSNS用カード（1200×630）を作ります。',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('グラデーション'),
        model: whichModel,
        private: onlyYou,
        image: '中心に使うロゴや画像',
      },
    },
    logo: {
      name: 'ロゴ',
      summary: '正方形のロゴを作ります。できるだけ背景は透明にします。',
      options: {
        name: 'ロゴに入れる名前。入力したとおりに入ります',
        colors: '使う色。紺とコーラルなど',
        style: ofStyle('ミニマル'),
        model: whichModel,
        private: onlyYou,
        image: '元にするスケッチや以前のロゴ',
      },
    },
    banner: {
      name: 'バナー',
      summary: 'タイトル入りのバナー（1500×500）を作ります。',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('グラデーション'),
        model: whichModel,
        private: onlyYou,
        image: '中心に使うロゴや画像',
      },
    },
    avatar: {
      name: 'アバター',
      summary: '小さく丸くしても見やすいプロフィール画像を作ります。',
      options: {
        subject: 'だれ、または何を描くか',
        style: ofStyle('ポートレート'),
        model: whichModel,
        private: onlyYou,
        image: '描く人の写真',
      },
    },
    emoji: {
      name: '絵文字',
      summary: 'チャット用のカスタム絵文字（128×128）を作ります。',
      options: {
        subject: '何を描くか。リリース成功など',
        style: ofStyle('つやつや'),
        model: whichModel,
        private: onlyYou,
        image: '絵文字にする画像',
      },
    },
    change: {
      name: '変更',
      summary: 'いちばん新しい画像か、指定した画像を、言葉どおりに変えます。',
      options: { prompt: '何を変えるか', id: 'どの画像か。なければ最新のもの', private: onlyYou },
    },
    history: {
      name: '履歴',
      summary: '自分の画像を新しい順に表示します。',
      options: {
        search: 'プロンプトに含まれる言葉',
        tool: '作ったツール',
        quality: '画像の品質',
        favourites: 'お気に入りだけ',
      },
    },
    show: {
      name: '表示',
      summary: '自分の画像をもう一度表示します。',
      options: { id: itsId },
    },
    credits: {
      name: 'クレジット',
      summary: '残高、最近の明細、料金を表示します。',
      options: {},
    },
    topup: {
      name: 'チャージ',
      summary: '購入できるクレジットのパックを表示します。',
      options: { for: 'だれのためのクレジットか' },
    },
    give: {
      name: '贈る',
      summary: 'クレジットをだれかに贈ります。贈る前に確認します。',
      options: { person: '贈る相手', credits: '贈る数' },
    },
    cancel: {
      name: 'キャンセル',
      summary: '順番待ちの画像をキャンセルします。最新のものか、指定したもの。',
      options: { id: '画像のID' },
    },
    share: {
      name: '共有',
      summary: '自分の画像をチームのギャラリーに投稿します。',
      options: { id: itsId },
    },
    gallery: {
      name: 'ギャラリー',
      summary: 'チームのギャラリーと最近の画像を表示します。チャンネルは管理者が選びます。',
      options: { channel: 'これから共有した画像を載せる場所' },
    },
    team: {
      name: 'チーム',
      summary: 'チームの支払い、上限、メンバーを表示します。管理者は変更できます。',
      options: {
        do: '何を変えるか',
        person: '対象の人',
        channel: '対象のチャンネル',
        credits: '1か月あたりの数',
        value: 'チームか各自、タイムゾーン、言語、またはコード',
      },
    },
    usage: {
      name: '利用状況',
      summary: '1か月の利用を表示します。管理者にはチーム全体、ほかの人には自分の分。',
      options: { month: '2026-11 など。選ばなければ今月' },
    },
    qr: {
      name: 'qr',
      summary: 'リンクや文字のQRコードを無料で作ります。',
      options: {
        text: 'リンク、または文字',
        size: '一辺のピクセル数。選ばなければ必要な大きさ',
        color: 'コードの色。選ばなければ黒',
        background: '背景の色。選ばなければ白',
        image: '中央に入れるロゴ',
        private: onlyYou,
      },
    },
    placeholder: {
      name: 'プレースホルダー',
      summary: '好きなサイズの仮画像を無料で作ります。',
      options: {
        size: '1200x630 のような幅と高さ',
        text: '入れる文字。なければサイズ',
        color: '背景の色。選ばなければグレー',
        format: '選ばなければPNG',
        private: onlyYou,
      },
    },
    favicon: {
      name: 'ファビコン',
      summary: 'Webサイトに必要なアイコン一式を、1枚の画像から無料で作ります。',
      options: { image: '画像かSVG。正方形がおすすめ', private: onlyYou },
    },
    resize: {
      name: 'リサイズ',
      summary: '画像を1つまたは複数のサイズに、無料で変えます。',
      options: {
        size: '800x600、800、x600、50%。コンマ区切りで複数、または social などのセット',
        image: '画像、アニメーション、またはSVG',
        fit: '合わせ方。選ばなければ内側',
        format: '選ばなければ元と同じ',
        quality: '下げるとファイルが小さくなる',
        private: onlyYou,
      },
    },
    link: {
      name: '連携',
      summary: 'このチャットをアカウントと連携します。アカウントがなければ作ります。',
      options: { code: 'ページに表示されたコード' },
    },
    unlink: {
      name: '連携解除',
      summary: 'このチャットとアカウントの連携を解除します。',
      options: {},
    },
    privacy: {
      name: 'プライバシー',
      summary: '保存しているものと、その受け取り方や削除の方法を説明します。',
      options: {},
    },
    help: {
      name: 'ヘルプ',
      summary: 'コマンドの一覧か、指定したコマンドを説明します。',
      options: { command: '説明するコマンド' },
    },
  },
  messageMenu: {
    'change-form': 'この画像を変更…',
    'use-reference': '参考画像として使う',
    excerpt: 'これを画像にする',
  },

  balance: {
    own: (balance) => say`残高は${bold(credits(balance))}です。`,
    team: (name, balance) => say`${name ?? 'チーム'}の残高は${bold(credits(balance))}です。`,
    head: { when: '日時', what: '内容', credits: 'クレジット', balance: '残高', about: '対象' },
    picture: '画像',
    receipts: (receipts) => say`領収書：${receipts.flatMap((each, at) => (at > 0 ? ['、', ...each] : each))}`,
    receiptFrom: (at, seller) => `${formats.day(at)}、${seller}`,
    onePicture: '画像1枚',
    above: (size) => `${size}超`,
    free: () =>
      say`同じプロンプトとオプションなら、2回目からは無料です。描けなかった画像のクレジットは戻ります。`,
  },

  topup: {
    own: (balance) => say`残高は${bold(credits(balance))}です。クレジットに有効期限はありません。`,
    team: (name, balance) => say`${bold(name ?? 'チーム')}の残高は${bold(credits(balance))}です。`,
    forTeam: () =>
      say`ここで買ったクレジットはチームのものです。メンバーの画像に使われ、取り戻すことはできません。`,
    head: { credits: 'クレジット', price: '価格', worth: '描ける枚数' },
    worth: (draft, standard, premium) =>
      `${anyOf([`下書き${pictures(draft)}`, `標準${pictures(standard)}`, `高品質${pictures(premium)}`])}`,
    came: (amount, balance) =>
      say`ありがとうございます！ ${bold(credits(amount))}を追加しました。残高は${credits(balance)}です。`,
    wait: (amount) =>
      say`ありがとうございます！ ${bold(credits(amount))}をお預かりしています。${code('/link')} でアカウントを連携すると受け取れます。`,
    left: (balance) => say`残りは${bold(credits(balance))}です。`,
    spent: () => say`クレジットを使い切りました。`,
    goOn: () => say`チャージすると続けて描けます。`,
    test: () => say`これはテスト購入なので、お金は動いていません。`,
    kept: () => say`この内容は15分間取っておき、クレジットがそろいしだい描きます。`,
    notSold: (contact) =>
      say`ここではクレジットを販売していません。追加したいときは、${contact ?? 'このボットの運営者'}に聞いてください。`,
  },

  give: {
    question: (name, amount, balance) =>
      say`${bold(name)}さんに${bold(credits(amount))}を贈りますか？ 残高は${number(balance)}です。贈ったものは取り戻せません。`,
    give: (amount) => `${number(amount)}を贈る`,
    cancel: 'キャンセル',
    given: (name, amount, balance) =>
      say`${named(name)}に${bold(credits(amount))}を贈りました。残高は${credits(balance)}です。`,
    back: (name, balance) =>
      say`${name === undefined ? '相手' : named(name)}のアカウントがもうないため、ギフトが戻りました。残高は${credits(balance)}です。`,
    received: (name, amount, balance) =>
      say`${named(name)}から${bold(credits(amount))}が届きました。残高は${credits(balance)}です。`,
  },

  payer: {
    paidBy: '支払い',
    team: 'チーム',
    withLeft: (name, left) => `${name} · 残り${number(left)}`,
  },

  capReached: {
    askMore: (amount) => `追加の${number(amount)}を申請`,
    payOwn: (price) => `自分で払う · ${number(price)}`,
  },

  capRequest: {
    asks: (name, amount, month) =>
      say`${named(name)}が、${formats.month(month)}分として追加の${bold(credits(amount))}を申請しています。`,
    memberUsed: (spent, limit) => say`これまでに${credits(limit)}のうち${number(spent)}を使いました。`,
    channelUsed: (channel, spent, limit) =>
      say`${channel} は、${credits(limit)}のうち${number(spent)}を使いました。`,
    costs: (price) => say`描きたいものには${credits(price)}必要です。`,
    approve: '承認する',
    decline: '断る',
    asked: (name, amount, month) =>
      say`${named(name)}が、${formats.month(month)}分として追加の${credits(amount)}を申請しました。`,
    ends: {
      approved: (by) => say`${named(by)}が承認しました。`,
      declined: (by) => say`${named(by)}が断りました。`,
      lapsed: () => say`1日以内に返事がなかったので、期限切れになりました。`,
      drawn: () => say`追加なしで描けました。`,
      gone: () => say`描くものがなくなったので、終了しました。`,
    },
    told: (amount) => say`チームの管理者に、追加の${bold(credits(amount))}を申請しました。`,
    untold: () => say`現在、管理者のチャンネルに投稿できませんが、送れるまで試します。`,
    known: () => say`チームの管理者にはもう申請してあります。`,
    waits: () => say`返事の期限は1日です。承認されたら、すぐに描きます。`,
    tooMany: (limit) => say`すでに${requests(limit)}の申請が返事を待っています。まず返事を待ってください。`,
    room: () => say`クレジットが足りるようになったので、申請せずに描きます。`,
    unpaid: () =>
      say`チームはもうこれを支払わないので、申請先がありません。自分で払うか、最初からやり直してください。`,
    noChannel: () =>
      say`チームの管理者が、申請用のチャンネルをまだ選んでいません。${code('/team 管理者チャンネル')} で選べます。自分で払うこともできます。`,
    alreadyDrawn: () => say`もう描いてあります。`,
    approved: (by, amount) => say`${named(by)}が、今月分として追加の${bold(credits(amount))}を承認しました。`,
    isDrawing: () => say`頼まれた画像を描いています。`,
    drawsLater: () => say`チームのクレジットがそろいしだい、描きます。`,
    declined: (by) =>
      say`${named(by)}がクレジットの申請を断ったので、描きませんでした。クレジットは使っていません。`,
    lapsed: () => say`1日以内に管理者の返事がなかったので、描きませんでした。クレジットは使っていません。`,
    gone: () => say`クレジットの申請が終了したので、描きませんでした。クレジットは使っていません。`,
    lost: () => say`申請は承認されましたが、描けませんでした。もう一度始めてください。`,
    unanswered: () => say`この申請にはまだだれも返事をしていません。`,
    youApproved: (name, amount, month) =>
      say`${named(name)}に、${formats.month(month)}分として追加の${credits(amount)}を承認しました。`,
    youDeclined: (name) =>
      say`申請を断りました。${name === undefined ? '申請した人' : named(name)}に伝えました。`,
  },

  usage: {
    team: (name, spent, month, balance) =>
      say`${bold(name ?? 'チーム')}は、${formats.month(month)}に${credits(spent)}を使いました。残りは${bold(credits(balance))}です。`,
    member: (spent, month) =>
      spent === 0
        ? say`${formats.month(month)}は、チームのクレジットを使っていません。`
        : say`${formats.month(month)}は、チームの${credits(spent)}を使いました。`,
    own: (spent, month, balance) =>
      spent === 0
        ? say`${formats.month(month)}は、自分のクレジットを使っていません。残高は${bold(credits(balance))}です。`
        : say`${formats.month(month)}は、自分の${credits(spent)}を使いました。残りは${bold(credits(balance))}です。`,
    ofTeams: (amount) => say`チームが${credits(amount)}を支払いました。`,
    yourCap: '自分の上限',
    head: {
      member: 'メンバー',
      credits: 'クレジット',
      cap: '上限',
      tool: 'ツール',
      quality: '品質',
      orders: '依頼数',
    },
    somebody: 'だれか',
    more: (count) => say`ほか${number(count)}件。`,
    channel: (id) => `チャンネル ${id}`,
    channelElsewhere: (id) => say`つながっているチームのチャンネル ${code(id)}`,
    channelSpent: (channel, spent, cap) =>
      cap === undefined
        ? say`${channel} ${credits(spent)}`
        : say`${channel} ${number(spent)} / ${credits(cap)}`,
    deleted: '削除済み',
    newestOnly: () => say`ツール別の表は、新しい依頼だけを集計しています。`,
  },

  monthReport: {
    title: (month) => say`${bold(`${formats.month(month)}のレポート`)}`,
    best: (month) => say`投票で選ばれた${bold(`${formats.month(month)}のベスト`)}`,
    shared: (count) => say`ギャラリーに画像が${pictures(count)}共有されました。得票が多かったもの：`,
    sharedWithoutVotes: (count) =>
      say`ギャラリーに画像が${pictures(count)}共有されました。投票はありませんでした。`,
    place: (rank, author, votes) => say`${number(rank)}. ${named(author)} · ${countVotes(votes)}`,
    open: '見る',
  },

  team: {
    yourTeam: 'あなたのチーム',
    pays: {
      team: 'クレジットがある間はチーム、なくなったら各自',
      own: '各自',
    },
    facts: {
      balance: 'チームの残高',
      yourCap: '自分の上限',
      eachMember: 'メンバーごと',
      eachChannel: 'チャンネルごと',
      ownChannels: '個別の設定があるチャンネル',
      timeZone: 'タイムゾーン',
      adminsChannel: '管理者のチャンネル',
      gallery: 'ギャラリー',
    },
    cap: (cap) => (cap === undefined ? 'なし' : `月${number(cap)}`),
    chosen: '設定済み',
    none: 'なし',
    members: { member: 'メンバー', role: '役割', cap: '上限' },
    payers: { team: 'チーム', own: '各自' },
    open: 'Webで開く',
    log: { when: '日時', by: '変更した人', changed: '項目', to: '変更後' },
    somebody: 'だれか',
    paysNow: {
      team: () => say`これからは、クレジットがある間はチームが払います。なくなったら、各自が払います。`,
      own: () => say`これからは、各自が払います。`,
    },
    paysInChannel: {
      team: () =>
        say`これからそのチャンネルでは、クレジットがある間はチームが払います。なくなったら、各自が払います。`,
      own: () => say`これからそのチャンネルでは、各自が払います。`,
    },
    capNow: {
      member: (name, cap) =>
        cap === undefined
          ? say`${bold(name)}さんの個別の上限をなくしました。メンバーごとの上限があれば、それが使われます。`
          : say`${bold(name)}さんは、毎月チームの${bold(credits(cap))}まで使えます。`,
      members: (cap) =>
        cap === undefined
          ? say`メンバーの上限をなくしました。個別の上限はそのままです。`
          : say`メンバーはそれぞれ、毎月チームの${bold(credits(cap))}まで使えます。`,
      channel: (cap) =>
        cap === undefined
          ? say`そのチャンネルの個別の上限をなくしました。チャンネルごとの上限があれば、それが使われます。`
          : say`そのチャンネルでは、毎月チームの${bold(credits(cap))}まで使えます。`,
      channels: (cap) =>
        cap === undefined
          ? say`チャンネルの上限をなくしました。個別の上限はそのままです。`
          : say`チャンネルごとに、毎月チームの${bold(credits(cap))}まで使えます。`,
    },
    roleNow: {
      owner: (name) => say`${bold(name)}さんはこのチームのオーナーになりました。`,
      admin: (name) => say`${bold(name)}さんはこのチームの管理者になりました。`,
      member: (name) => say`${bold(name)}さんはこのチームのメンバーになりました。`,
    },
    removed: (name) =>
      say`${bold(name)}さんをメンバーの一覧から外しました。ここでまた描けば、一覧に戻ります。`,
    blocked: {
      block: (name) =>
        say`${bold(name)}さんは、このチームでボットを使えなくなりました。アカウントと画像はそのままです。`,
      unblock: (name) => say`${bold(name)}さんは、このチームでまたボットを使えます。`,
    },
    timeZoneNow: (timeZone) => say`これからは、${code(timeZone)} の時刻で月を区切ります。`,
    languageNow: () => say`これからこのチームでは、${bold('日本語')}で話します。`,
    adminsChannelNow: (channel, address) =>
      say`これからは、残高のお知らせ、申請、レポートがここに届きます：${address === undefined ? channel : { link: address, label: 'そのチャンネル' }}`,
    adminsChannelNote: () =>
      say`このチームの残高のお知らせ、クレジットの申請、毎月のレポートが、ここに届くようになりました。`,
    side: {
      discord: (title) => say`Discordの${bold(title)}`,
      slack: (title) => say`Slackの${bold(title)}`,
      terminal: (title) => say`ターミナルの${bold(title)}`,
    },
    joinOffer: (joinCode) =>
      say`1時間以内に、もう一方のチームの管理者が ${code(`/team つなぐ ${joinCode}`)} と入力してください。このコードはほかの人に教えないでください。つなぐ前に、両方のチームにもう一度確認します。`,
    joinOffered: (other, joinCode) =>
      say`${other}が、このチームとつながることを希望しています。よければ、1時間以内に管理者が向こうでこう入力してください：${code(`/team つなぐ ${joinCode}`)}`,
    joinQuestion: (other) =>
      say`${other}とこのチームをつなぎますか？ 設定、メンバー、上限、残高、ギャラリーが共通になります。クレジットや画像は移動せず、どちらのチームからでも切り離せます。`,
    join: 'チームをつなぐ',
    joined: (other) => say`${other}とこのチームがつながりました。`,
    separated: () =>
      say`チームを切り離しました。クレジット、設定、メンバーは、それぞれ前の状態に戻りました。`,
    notJoined: () => say`このチームは、ほかのチームとつながっていません。`,
  },

  teamNote: {
    joined: (other) => say`このチームと${other}がつながりました。${code('/team 切り離す')} で切り離せます。`,
    separated: () =>
      say`このチームは、もうほかのチームとつながっていません。クレジット、設定、メンバーは前の状態に戻りました。`,
    bought: (amount, balance) =>
      say`だれかがこのチームに${bold(credits(amount))}を購入しました。残高は${credits(balance)}です。`,
    requestOver: () => say`ここでクレジットの申請がありました。その申請は終了しています。`,
    empty: () =>
      say`チームのクレジットがなくなりました。追加されるまでは、各自が払います。${code('/topup チーム')} でチャージできます。`,
    nearlyEmpty: (left, limit) =>
      say`チームの残りは${bold(credits(left))}です（前回のチャージ後は${number(limit)}）。${code('/topup チーム')} でチャージできます。`,
    member: {
      80: (name, spent, limit, month) =>
        say`${named(name)}が${formats.month(month)}の上限の大半を使いました：${credits(limit)}のうち${number(spent)}。`,
      100: (name, spent, limit, month) =>
        say`${named(name)}が${formats.month(month)}の上限を使い切りました：${credits(limit)}のうち${number(spent)}。`,
    },
    channel: {
      80: (channel, spent, limit, month) =>
        say`${channel} が${formats.month(month)}の上限の大半を使いました：${credits(limit)}のうち${number(spent)}。`,
      100: (channel, spent, limit, month) =>
        say`${channel} が${formats.month(month)}の上限を使い切りました：${credits(limit)}のうち${number(spent)}。`,
    },
  },

  channelName: {
    linked: 'チャンネル',
    unlinked: (id) => say`チャンネル ${code(id)}`,
  },

  blocked: {
    explanation: () => say`このサーバーでは使えない言葉が含まれるため、結果はあなたにだけ見えています。`,
    file: 'ファイル',
    picture: '画像',
    pictures: '画像',
    endedElsewhere: () => say`終わりましたが、ここに表示できませんでした。${code('/history')} で見られます。`,
  },

  privacy: {
    stored: () =>
      say`${bold('保存するもの。')}メールアドレス。このチャットでの名前と番号。プロンプト、持ち込んだ画像、描いた画像（削除するまで）。購入と利用の記録。`,
    passedOn: () =>
      say`${bold('渡す相手。')}プロンプトと持ち込んだ画像は画像サービスに、完成した画像は画像の保管サービスに渡します。購入のときは、メールアドレスを決済サービスに渡します。ほかのだれにも渡さず、広告にも使いません。`,
    rights: () =>
      say`${bold('できること。')}${code('/history')} に自分の画像が並び、それぞれボタンで削除できます。アカウントのページでは、すべてのダウンロードと削除ができます。残るのは、名前を含まない会計の記録だけです。`,
    policy: 'ポリシー全文',
    download: 'データを受け取る',
    deleteAll: 'すべて削除',
  },

  frame: {
    about: 'imgsrc bot：imgsrc.pubの画像ツールを、チームのチャットで。',
    skip: '本文へ移動',
    site: 'サイト',
    aboutSite: 'このサイトについて',
    menu: 'メニュー',
    signIn: 'サインイン',
    signOut: 'サインアウト',
    signedInAs: 'サインイン中：',
    yourAccount: 'あなたのアカウント',
    account: 'アカウント',
    creditsTab: 'クレジット',
    picturesTab: '画像',
    settingsTab: '設定',
    pricing: '料金',
    privacy: 'プライバシー',
    terms: '利用規約',
  },

  start: {
    title: 'チームの会話の中で、画像を',
    lead: '見たいものを言葉にすると、ボットがチャンネルの中で描きます。そこからチームみんなで広げていけます。',
    description:
      'DiscordとSlackで使える /imagine。画像、SNS用カード、ロゴ、絵文字をチームのチャンネルで描けます。料金は前払いのクレジットです。',
    add: (platform) => `${platform}に追加`,
    signIn: 'サインイン',
    seePictures: '自分の画像を見る',
    seePricing: '料金を見る',
    whereElse: (platforms) => `${allOf(platforms)}にはもう入っています。/imagine と入力してください。`,
    noPlatform: 'まだチャットとつながっていません。',
    shown: {
      caption:
        'チャンネルでの見え方です。この画像は画像モデルの代わりのプレースホルダーが描いたもので、そのことが画像にも書いてあります。',
      asker: 'アオイ',
      prompt: '折り紙のような山なみ',
      alt: '淡い月の下に重なる紫の山なみ。プレースホルダーの印つき',
      facts: (price) => `アオイさんの依頼 · ${credits(price)} · 標準`,
      again: (price) => `もう一度 · ${number(price)}`,
      vary: (price) => `バリエーション · ${number(price)}`,
      upgrade: (price) => `品質アップ · ${number(price)}`,
      change: '変更',
      share: '共有',
    },
    stepsTitle: '最初の1枚まで3ステップ',
    steps: (welcome) => [
      {
        title: 'ボットを追加する',
        text: say`DiscordのサーバーかSlackのワークスペースに追加します。ほかの設定はいりません。`,
      },
      {
        title: '見たいものを入力する',
        text: say`どのチャンネルでも ${code('/imagine 夕暮れの灯台')} と入力します。アカウントを連携する間、最初のプロンプトは待っています。`,
      },
      {
        title: '自分のものにする',
        text:
          welcome > 0
            ? say`変更する、バリエーションを作る、高品質で仕上げる、共有する。はじめの${credits(welcome)}はプレゼントです。`
            : say`変更する、バリエーションを作る、高品質で仕上げる、共有する。`,
      },
    ],
    toolsTitle: '画像のほかにも',
    tools: {
      og: { title: 'SNS用カード', text: 'タイトルは本物のフォントで入るので、文字が崩れません。' },
      logo: { title: 'ロゴ', text: '6つのスタイルから始められ、できるものは背景が透明です。' },
      emoji: { title: '絵文字とアバター', text: '実際に見る大きさに合わせて作ります。' },
      qr: {
        title: '無料のツール',
        text: 'QRコード、ファビコン、プレースホルダー、リサイズは無料です。',
      },
    },
    toolsNote: 'それぞれのスタイルの見本と、読み取れるコードです。',
    priceTitle: '人数ではなく、画像に払う',
    price: (draft, standard, premium) =>
      say`下書きは${bold(credits(draft))}、標準は${bold(number(standard))}、高品質は${bold(number(premium))}。クレジットに有効期限はなく、描けなかった画像は無料です。`,
    running: 'このボットを動かしているもの',
    standIn: '代役',
    standInNote:
      '代役は外部サービスなしでその役目を果たすので、すべてを試せます。ただし、できるものは本物ではありません。サービスのつなぎ方はREADMEにあります。この一覧は、このマシンから見ている人にだけ表示されます。',
  },

  problems: {
    'not-found': {
      title: 'ここには何もありません',
      text: 'このアドレスにはページがありません。画像があったなら、作った人が削除したのかもしれません。',
    },
    'too-many': { title: 'リクエストが多すぎます', text: '1時間後にもう一度お試しください。' },
    refused: {
      title: 'うまくいきませんでした',
      text: 'このページはそのリクエストを受け付けません。戻って、もう一度お試しください。',
    },
    'other-origin': {
      title: 'うまくいきませんでした',
      text: 'リクエストがほかのサイトから来たため、何も変えていません。このサイトを正しいアドレスで開いて、もう一度お試しください。',
    },
    mail: {
      title: 'メールを送れませんでした',
      text: '現在、このアドレスにメールを届けられません。入力ミスがないか確認するか、1分後にもう一度お試しください。',
    },
    unavailable: {
      title: 'すぐに戻ります',
      text: '現在データベースにつながりません。何も変わっていません。1分後にもう一度お試しください。',
    },
    failed: {
      title: '問題が起きました',
      text: 'こちらの問題で、記録しました。1分後にもう一度お試しください。',
    },
  },
  toStart: 'トップページへ',
  toAccount: 'アカウントへ',

  farewell: {
    title: 'アカウントを削除しました',
    text: '履歴と画像は消え、チャットの連携は解除されました。描いている途中の画像は、できしだい消えます。',
    thanks: 'これまでのご利用、ありがとうございました。',
  },

  done: {
    address: 'メールアドレスを変更しました。ほかのブラウザーはすべてサインアウトしました。',
    merged: 'アカウントを統合しました。',
    'signed-out': 'そのブラウザーをサインアウトしました。',
    'others-signed-out': 'ほかのブラウザーをすべてサインアウトしました。',
    unlinked: 'そのチャットの連携を解除しました。',
    language: '言語を保存しました。',
    deleted: '削除しました。',
    'deleted-several': '選んだ画像を削除しました。',
    'none-picked': '先に画像を選んでください。',
    'deleted-post-stays':
      '削除しました。チャンネルへの投稿は取り消せませんでしたが、そこの管理者なら消せます。',
  },

  buttons: {
    again: (price) => `もう一度 · ${number(price)}`,
    editPrompt: 'プロンプトを編集',
    editWords: '文字を編集',
    vary: (price) => `バリエーション · ${number(price)}`,
    subtle: (price) => `控えめ · ${number(price)}`,
    strong: (price) => `大胆 · ${number(price)}`,
    changeThis: '変更',
    change: (price) => `変更 · ${number(price)}`,
    changeNumber: (which, price) => `${number(which)}を変更 · ${number(price)}`,
    upgrade: (price) => `品質アップ · ${number(price)}`,
    draw: '描く',
    drawFor: (price) => `描く · ${number(price)}`,
    drawThis: (excerpt, price) => `${quoted(excerpt)}を描く · ${number(price)}`,
    backTo: (step) => `${number(step)}に戻る`,
    cancel: 'キャンセル',
    show: '表示',
    older: '前のもの',
    favourite: 'お気に入り',
    unfavourite: 'お気に入りから外す',
    favourites: 'お気に入り',
    allPictures: 'すべての画像',
    share: '共有',
    unshare: '共有を解除',
    vote: (votes) => (votes === 0 ? '投票' : `投票 · ${number(votes)}`),
    openOnWeb: 'Webで開く',
    delete: '削除',
    deleteIt: '削除する',
    keepIt: '残す',
    useInImagine: '/imagine で使う',
  },

  account: {
    title: 'クレジット',
    area: 'アカウント',
    picturesTab: '画像',
    balance: '残高',
    unit: plural({ other: 'クレジット' }),
    enoughFor: (worth) => `${worth}を描けます。`,
    inDebt:
      '使ったあとのクレジットの支払いが返金されました。次に追加されるクレジットは、まずその分に充てられます。',
    topUp: 'チャージ',
    getMore: '追加する',
    moreCredits: 'クレジットを追加',
    neverExpire: () => say`クレジットに有効期限はありません。${{ link: '/pricing', label: '何に使えるか' }}`,
    pictures: '画像に使ったクレジット',
    noPictures: () => say`まだありません。チャットで ${code('/imagine')} と見たいものを入力してください。`,
    seeAll: 'すべて見る',
    seeAllPictures: '画像に使ったクレジット',
    seeAllAdditions: '購入とギフト',
    additions: '購入とギフト',
    forTeams: 'チームのための購入',
    teams: 'チーム',
    youAre: (role) => (role === 'owner' ? 'あなたはオーナーです' : 'あなたは管理者です'),
    gallery: 'ギャラリー',
    galleryOf: (place) => `（${place}）`,
    manage: '管理',
  },

  monthChart: {
    months: '月',
    spent: '画像に使用',
    added: '追加',
    nothing: (month) => `${month}の動きはありません。`,
    chart: (month) => `日ごとのクレジット、${month}`,
    text: (spent, added) => `${credits(spent)}を使い、${credits(added)}が追加されました。`,
    most: (day, spent) => `いちばん多かったのは${number(day)}日の${credits(spent)}です。`,
    noneSpent: '有料の画像はありません。',
    day: (day, month) => `${month}${day}日`,
    daySpent: (spent) => `${credits(spent)}を使用`,
    dayAdded: (added) => `${credits(added)}を追加`,
    asTable: '表で見る',
    columns: { day: '日', spent: '使用', added: '追加' },
    newestOnly: '件数の多い月は、新しいものだけを集計しています。',
    zone: (zone) => `日付は${zone}です。`,
    asCsv: (month) => `${month}をCSVで`,
  },

  activity: {
    title: '利用明細',
    show: '表示',
    kinds: { all: 'すべて', pictures: '画像', additions: '購入とギフト' },
    nothing: '何もありません。',
    nothingNew: '新しいものの中にはありません。古いものにはあるかもしれません。',
    pages: 'ページ',
    newest: '最新',
    older: '前のもの',
    asCsv: 'すべてをCSVで',
  },

  entry: {
    columns: { what: '内容', credits: 'クレジット', balance: '残高' },
    kinds: {
      purchase: '購入',
      spend: '削除した画像',
      refund: '返却',
      reversal: '支払いの返金',
      grant: '付与',
      transfer: 'もう一つのアカウントから',
    },
    giftTo: (name) => `${name}さんへのギフト`,
    giftFrom: (name) => `${name}さんからのギフト`,
    giftBack: '戻ってきたギフト',
    somebody: 'だれか',
    welcome: '特典のクレジット',
    welcomeTakenBack: '未使用の特典クレジット（引き継ぎなし）',
    takenBack: '取り消し',
    givenBack: '返却：',
    reference: '番号',
    receipt: '領収書',
    receiptOf: (reference) => `（${reference}）`,
    receiptFrom: (seller) => `領収書は${seller}から`,
  },

  packs: {
    title: 'パック',
    notSold: (contact) =>
      `ここではクレジットを販売していません。追加したいときは、${contact}に聞いてください。`,
    operator: 'このボットの運営者',
    recommended: 'おすすめ',
    save: (percent) => `${percent}%お得`,
    buys: ({ draft, standard, premium }) => {
      const ways = [
        draft > 0 && `下書き${pictures(draft)}`,
        standard > 0 && `標準${pictures(standard)}`,
        premium > 0 && `高品質${pictures(premium)}`,
      ]
      return anyOf(ways.filter((way) => way !== false))
    },
    buy: (price) => `${price}で購入`,
    buyWith: (price, seller) => `${seller}で購入（${price}）`,
    forTeams: () =>
      say`チームには専用のクレジットがあります。チームのチャットで ${code('/topup チーム')} と入力すると買えます。`,
  },

  pricing: {
    title: '料金',
    lead: '人数ではなく、画像に払います。クレジットに有効期限はなく、描けなかった画像は無料です。',
    welcome: (amount) => say`最初のチャットを連携すると、${bold(credits(amount))}がついてきます。`,
    costs: '画像1枚の料金',
    columns: { what: '内容', credits: 'クレジット', money: '金額' },
    qualities: {
      draft: { name: '下書き', more: 'アイデアをさっと形に' },
      standard: { name: '標準', more: '何も指定しないとき' },
      premium: { name: '高品質', more: 'いちばん細かい仕上がり' },
    },
    again: { name: '同じものをもう一度', more: '同じプロンプトとオプションなら、履歴から' },
    free: '無料',
    above: (price, size) => `${size}を超えると${number(price)}`,
    range: (from, to) => `${from}～${to}`,
    money: '金額はパックによって変わります。大きいパックほど割安です。',
    styles: 'スタイル',
    stylesNote: 'それぞれのスタイルの雰囲気です。モデルの画像ではなく、こちらで描いたスケッチです。',
    questions: 'よくある質問',
  },

  questions: {
    expire: {
      question: 'クレジットに有効期限はありますか？',
      answer: () =>
        say`ありません。使うまでずっとあなたのものです。定期購入もなく、必要なときにパックを買うだけです。`,
    },
    fail: {
      question: '画像を描けなかったときは？',
      answer: () =>
        say`クレジットはすぐに戻り、返事にもそう書かれます。安全チェックで止められたプロンプトや、描き始める前にキャンセルした画像も同じです。`,
    },
    again: {
      question: '同じ画像をもう一度頼むといくらですか？',
      answer: () =>
        say`無料です。同じプロンプトとオプションで頼むと、前の画像が出ます。画像の下の「${bold('もう一度')}」は、通常の料金で新しく描きます。`,
    },
    privacy: {
      question: 'プロンプトはだれに見えますか？',
      answer: () =>
        say`チャンネルでは、画像と一緒にそこにいる全員に見えます。${code('非公開')} をつけると、あなただけです。チームの管理者に見えるのは使った量とツールで、プロンプトは見えません。${{ link: '/privacy', label: 'プライバシーについてのすべて' }}`,
    },
    teams: {
      question: 'チームではどう払いますか？',
      answer: () =>
        say`チームには専用のクレジットがあり、メンバーがチームのチャンネルで描いた分に使われます。管理者はチームのページで購入し、メンバーやチャンネルごとに1か月の上限を決められます。`,
    },
    free: {
      question: '無料のものは？',
      answer: () =>
        say`QRコード、プレースホルダー、ファビコン、リサイズは、だれでも無料です。アカウントもいりません。`,
    },
    refund: { question: '返金してもらえますか？' },
  },

  refund: {
    byLaw: 'パックは、法律で定められた場合に返金します。',
    within: (count) => `気が変わったら、購入から${days(count)}以内なら、パックの未使用分を返金します。`,
    write: (email) =>
      say`注文番号を添えて、${{ link: `mailto:${email}`, label: email }} までご連絡ください。`,
    ask: 'このボットの運営者に聞いてください。',
  },

  settings: {
    title: '設定',
    address: {
      title: 'メールアドレス',
      about: 'サインインに使い、アカウントについての連絡もここに届きます。',
      none: 'まだありません',
      add: '追加',
      change: '変更',
      whose: 'メールアドレス',
    },
    language: {
      title: '言語',
      about: 'このページ、メール、チャットで使う言語です。',
      own: 'ブラウザーとチャットに合わせる',
      save: '保存',
    },
    chats: {
      title: '連携したチャット',
      about: 'ここから書き込む人は、あなたのクレジットを使い、画像を見られます。',
      none: () => say`まだありません。ボットがいるチャットで ${code('/link')} と入力してください。`,
      since: '連携',
      disconnect: '連携を解除',
    },
    sessions: {
      title: 'サインイン中の端末',
      about:
        'どのブラウザーやネットワークかは保存せず、使った時刻だけを保存します。30日、または1週間使わないと終了します。',
      here: 'このブラウザー',
      elsewhere: '別のブラウザー',
      signedIn: 'サインイン',
      lastUsed: '最後の利用',
      signOut: 'サインアウト',
      whichBrowser: 'そのブラウザー',
      others: 'ほかをすべてサインアウト',
      everywhere: 'すべてサインアウト',
    },
    data: {
      title: 'あなたのデータ',
      about: '保存しているあなたのデータを、画像も含めて1つのファイルにまとめます。',
      action: 'すべて書き出す',
    },
    merge: {
      title: 'もう一つのアカウント',
      about: '別のアドレスのアカウントもありますか？ そのすべてを、このアカウントに引き継げます。',
      action: '別のアカウントを統合',
    },
    end: {
      title: 'アカウントの削除',
      about: '画像、履歴、チャットの連携が完全に消えます。残っているクレジットも失われます。',
      action: 'アカウントを削除',
    },
  },

  disconnect: {
    title: 'チャットの連携を解除',
    question: 'このチャットの連携を解除しますか？',
    effect: (name, where) =>
      say`${where}の${bold(name)}さんは、あなたのクレジットを使うことも、画像を見ることもできなくなります。`,
    stays: () => say`画像とクレジットは残ります。${code('/link')} でまた連携できます。`,
    yes: '連携を解除',
    no: '連携したままにする',
  },

  addressChange: {
    title: 'アドレスの変更',
    now: (email) => say`今のアドレスは${bold(email)}です。ここと新しいアドレスに、それぞれコードを送ります。`,
    newAddress: '新しいメールアドレス',
    send: 'コードを送る',
    codesTitle: '両方のメールを確認してください',
    codeSentTo: (email) => `${email}に送ったコード`,
    change: 'アドレスを変更',
    dead: 'これらのコードはもう使えません。新しいコードを送ってください。',
    taken: 'このアドレスは別のアカウントが使っています。そのアカウントを、このアカウントに統合してください。',
  },

  merging: {
    title: '別のアカウントを統合',
    lead: '別のアカウントのクレジット、画像、連携したチャットが、すべてこのアカウントに移ります。別のアカウントはそこで終わります。元には戻せません。',
    otherAddress: '別のアカウントのメールアドレス',
    send: 'そこにコードを送る',
    question: 'アカウントを統合しますか？',
    thisAccount: 'このアカウント',
    effect: (from, to) =>
      say`${bold(from)}のアカウントのすべてが${bold(to)}に移り、${from}のアカウントは終わります。`,
    merge: 'アカウントを統合',
    none: 'このアドレスのアカウントはないので、統合するものがありません。',
    same: 'それは、今サインインしているアカウントです。',
    inDebt: '別のアカウントの残高がマイナスです。先に0以上にしてください。',
    busy: 'どちらかのアカウントを統合している最中です。1時間後にもう一度お試しください。',
    withoutAddress: 'アドレスのないアカウント',
  },

  deletion: {
    title: 'アカウントの削除',
    lead: 'アカウント、チャットの連携、履歴、すべての画像を削除します。元には戻せません。',
    lost: (amount) => say`使っていない${bold(credits(amount))}は失われます。`,
    stays: () =>
      say`クレジットの購入と利用の記録は、法律で保存が必要なため残ります。だれのものかは記録に残りません。先に控えがほしいときは、${{ link: '/account/export', label: 'すべて書き出す' }}をどうぞ。`,
    word: '削除',
    confirm: (word) => `確認のため${quoted(word)}と入力してください`,
    mistyped: (word) => `何も削除していません。すべて削除するには${quoted(word)}と入力してください。`,
    action: 'すべて削除',
  },

  checkout: {
    problems: {
      'no-pack': {
        title: 'そのパックはもうありません',
        text: 'このパックの販売は終了しました。今のパックをご覧ください。',
      },
      'not-yours': {
        title: 'このリンクはあなたのものではありません',
        text: 'ほかの人のために作られたか、ここで作られたものではありません。チャットで /topup と入力すると、自分のリンクが出ます。支払いは発生していません。',
      },
      'too-many': {
        title: '開いた決済ページが多すぎます',
        text: 'すでに開いたものを使うか、10分後にもう一度お試しください。支払いは発生していません。',
      },
      provider: {
        title: '決済ページを開けません',
        text: '決済サービスから返事がありません。支払いは発生していません。1分後にもう一度お試しください。',
      },
    },
    allPacks: 'パックの一覧へ',
    purchase: '購入',
    thanks: 'ありがとうございます！',
    waiting:
      '支払いを確認しています。数秒で終わり、新しい残高がこのページに表示されます。ページを離れても、クレジットは届きます。',
    teamPaid: () =>
      say`1分以内にチームのクレジットになります。チャットの ${code('/credits')} で確認できます。`,
    arrivedTitle: 'クレジットが届きました',
    arrived: plural({ other: '#クレジットが届きました' }),
    balance: (balance) => say`残高は${bold(credits(balance))}になりました。チャットに戻って大丈夫です。`,
    late: 'いつもより時間がかかっています',
    lateText:
      '支払いが済んでいれば、クレジットは自動で届くので、ここで待つ必要はありません。済んでいなければ、支払いは発生していません。',
    toAccount: 'アカウントへ',
    test: 'テスト決済',
    testBadge: 'テスト',
    testLead:
      'これはテストで、お金は動きません。決済サービスがつながっていないので、クリックが支払いの代わりになります。',
    pack: 'パック',
    credits: 'クレジット',
    price: '価格',
    notCharged: (price) => `${price}（請求なし）`,
    pretend: (price) => `${price}を払ったことにする`,
  },

  receiptProblems: {
    none: {
      title: '領収書がありません',
      text: '決済サービスに、この購入の領収書がありません。支払いのときに届いたメールを確認してください。',
    },
    'too-many': { title: '領収書の表示が多すぎます', text: '10分後にもう一度お試しください。' },
    provider: {
      title: '領収書を開けません',
      text: '決済サービスから返事がありません。1分後にもう一度お試しください。',
    },
  },

  teamPage: {
    inWallet: (unit) => `${unit}（チームの残高）`,
    until: (when) =>
      say`このページのアドレスはあなた専用で、${when}まで使えます。${code('/team')} で新しいものが出ます。`,
    topUp: 'チャージ',
    spent: '使用',
    zone: (zone) => `月の区切りは${zone}です。`,
    months: '月',
    thisMonth: '今月',
    asCsv: (month) => `${month}をCSVで`,
    members: 'メンバー',
    tools: 'ツール',
    channels: 'チャンネル',
    columns: {
      member: 'メンバー',
      tool: 'ツール',
      channel: 'チャンネル',
      spent: '使用',
      cap: '上限',
      orders: '依頼数',
      credits: 'クレジット',
    },
    nobody: 'ここでボットを使った人はまだいません。',
    nothingDrawn: 'チームのクレジットで描いたものはありません。',
    noChannel: 'チャンネルで使ったクレジットはありません。',
    more: (count) => `ほか${number(count)}件はファイルにあります。`,
    newestTools: 'ツールは、その月の新しい依頼だけを集計しています。',
    formerMember: '以前のメンバー',
    deletedSince: 'その後に削除',
    noCap: 'なし',
    pays: (payer) => `支払い：${payer}`,
    payers: { team: 'クレジットがある間はチーム', own: '各自' },
    roles: { member: 'メンバー', admin: '管理者', owner: 'オーナー', blocked: 'ブロック中' },
    settings: '設定',
    facts: {
      pays: '支払い',
      memberCap: 'メンバーごとの上限',
      channelCap: 'チャンネルごとの上限',
      timeZone: 'タイムゾーン',
      adminsChannel: '管理者のチャンネル',
    },
    monthly: (cap) => `月${credits(cap)}`,
    none: 'なし',
    places: 'チームのチャット',
    kinds: { discord: 'Discordサーバー', slack: 'Slackワークスペース', terminal: 'ターミナル' },
    noGallery: 'ギャラリーのチャンネルはまだありません',
    galleryChannel: 'ギャラリーのチャンネル',
    whereToChange: () =>
      say`これらはすべて、チャットの ${code('/team')} と ${code('/gallery')} で変えられます。`,
    buy: 'チームにチャージ',
    moreCredits: 'クレジットを追加',
    buyNote: 'ここで買ったものはチームのものです。メンバーの画像に使われ、取り戻すことはできません。',
    lapsed: {
      title: 'このアドレスは期限切れです',
      text: 'アドレスは1時間使えました。チャットで /team と入力すると、新しいものが出ます。',
    },
  },

  teamLog: {
    title: '変更の記録',
    columns: { what: '項目', now: '変更後' },
    nothing: 'この1年の変更はありません。',
    older: '古いものはファイルにあります。',
    asCsv: '1年分の変更をCSVで',
    by: '変更：',
    somebody: 'だれか',
    channel: (channel) => `チャンネル ${channel}`,
    cap: '上限',
    kinds: {
      pays: '支払い',
      'member-cap': 'メンバーの上限',
      'channel-cap': 'チャンネルの上限',
      'cap-raised': '月のクレジット追加',
      'raise-declined': 'クレジット追加を断った',
      'time-zone': 'タイムゾーン',
      language: '言語',
      'admins-channel': '管理者のチャンネル',
      gallery: 'ギャラリー',
      role: '役割',
      removed: '外した',
      blocked: 'ブロックした',
      unblocked: 'ブロックを解除',
      tied: '別のチームとつないだ',
      untied: '切り離した',
    },
  },

  operator: {
    runBy: '運営者',
    address: '住所',
    writeTo: '連絡先',
    gaps: { name: '名前', address: '住所', email: 'メールアドレス' },
  },

  policy: {
    title: 'プライバシー',
    description: 'imgsrc botが利用者について保存するもの、その理由と期間、ほかにだれが見るか。',
    asOf: (day) => `${day}現在`,
    who: '責任者',
    kept: {
      title: '保存するもの、その理由と期間',
      where: {
        mongodb: 'すべて、運営者のMongoDBデータベースにあります。',
        sqlite: 'すべて、運営者自身のマシンにあります。',
      },
      account: {
        term: 'アカウント',
        text: 'メールアドレスと最初にサインインした日（サインインと連絡のため）、選んだ言語またはチャットの言語、このポリシーのどの変更をお知らせしたか。アカウントを削除するまで保存します。',
      },
      chats: {
        term: '連携したチャット',
        text: 'チャットでのユーザーIDと表示名、連携したサーバーやワークスペースの名前。だれのクレジットを使うかをボットが知るためです。チャットの連携を解除するか、アカウントを削除するまで保存します。途中の連携の依頼は15分間、新しい連携をお知らせする必要があることは、お知らせするまで、長くても1日保存します。',
      },
      pictures: {
        term: '画像',
        text: '頼んだ内容とオプション、場所と日時。そこから作られた画像とお気に入り。編集のために持ち込んだ画像（カメラが書き込んだ情報は除きます）。失敗した依頼も含みます。探す、共有する、くり返すためです。画像かアカウントを削除するまで保存します。クレジットを待つ依頼は15分間保存します。チャットの会話が最後にどの画像についてだったかは、続けて変更できるように1年間保存します。',
      },
      teams: {
        term: 'チーム',
        text: 'ボットを使っているサーバーやワークスペース、そこでの名前、最後に使った日、管理者が決めたあなたの設定、チームがあなたのために払ったもの。管理者はこれをチャットとWebで見られます。管理者が外すか、アカウントを削除するまで保存します。管理者による変更は1年間保存します。',
      },
      credits: {
        term: 'クレジット',
        text: 'クレジットのすべての動きを、数、日時、注文や画像の番号とともに保存します。法律で帳簿が必要なためです。あなたの名前は含まず、アカウントを削除しても残ります。',
      },
      purchases: {
        term: '購入',
        text: 'どのパックの決済ページをいつ開いたかと、アドレスの鍵つきハッシュ。アカウント番号なしで戻ってきた注文も、あなたに届けるためです。決済の終了から30日後まで保存します。購入をお知らせしたことは3日間保存します。どちらもアカウントとともに消えます。',
      },
      signingIn: {
        term: 'サインイン',
        text: 'ブラウザーがサインインした日時と最後に使われた日時を、最長30日間。コードとトークンは、使える間だけ、読み取れない形で保存します。コードは送り先のアドレスとともに10分間、連携を解除するアドレスは30日間です。',
      },
      abuse: {
        term: '悪用の防止',
        text: 'コードが頼まれた回数を数えるために、ネットワークアドレスを使います。鍵つきハッシュとしてだけ、1時間保存します。アカウントが決済ページ、書き出し、チームのページを開いた回数も同じ期間数えます。あなたとチームが無料のものを使った回数は、鍵つきハッシュで10分間数えます。どのブラウザーかはまったく保存しません。特典のクレジットを渡したアドレスとチャットのユーザーの鍵つきハッシュは、一度だけ渡すために、ずっと残ります。頼んだネットワークのものは1日保存します。',
      },
      log: {
        term: 'ログ',
        text: 'プログラムは、したことと失敗したことを、アカウント、注文、画像の番号とともに書き残します。メールアドレス、ネットワークアドレス、プロンプト、コード、名前は決して書きません。',
        stays:
          'ログは運営者のマシンにあるファイルで、運営者が消すまで残ります。ターミナルで最近入力した行も、コードとメールアドレスを除いて、そこのファイルに残ります。書き出しには含まれません。アカウントを削除すると、遅くともプログラムの次の起動時に消えます。',
        goes: 'プログラムはログを保存せず、運営者がプログラムを動かしている環境に渡します。',
      },
    },
    marks: {
      title: '画像に書き込まれること',
      text: () =>
        say`OpenAIは、描いた画像に、モデルが作ったことを書き込みます（Content Credentials）。画像は、それを含めて届いたまま保存します。小さくしたり形式を変えたりする必要があると、それは失われます。代わりに、AIが作ったという署名のない1行を書き込みます（XMP、${code('DigitalSourceType')}）。どちらにも、だれがどんな言葉で頼んだかは書かれません。`,
      cloudflare:
        'Cloudflareは、独自に選んだ形式のコピーを届けることがあり、書き込まれた情報がコピーにはないことがあります。',
      chats:
        '画像が投稿されたチャットや、そこで画像を保存した人には、どちらもないコピーが渡ることがあります。',
    },
    cookies: {
      title: 'Cookie',
      session: () =>
        say`サインインすると、${code('session')} というCookieが1つ設定され、最長30日間サインインを保ちます。サインアウトするまでは、このブラウザーでサインインしたことがあるという印にもなり、ほかの人にコードの回数を使い切られるのを防ぎます。`,
      slack: () =>
        say`Slackのワークスペースにアプリをインストールする人には、${code('slack-install')} という2つ目のCookieが10分間設定されます。Slackから戻った人が、出発した人と同じだと確かめるためです。`,
      none: 'トラッカーも、あなたについての統計もありません。',
    },
    others: {
      title: 'ほかにだれが見るか',
      openai: {
        term: 'OpenAI',
        text: '画像を描きます。プロンプト、編集する画像、アカウント番号のハッシュが送られます。ハッシュで、あなたがだれかを知らずに悪用を見分けられます。',
      },
      placeholder: {
        term: '描くためには、だれも見ません',
        text: '画像は運営者自身のマシンで描いたプレースホルダーで、プロンプトは外に出ません。',
      },
      cloudflare: {
        term: 'Cloudflare',
        text: '画像を保管します。画像のアドレスは推測できず、アドレスを知る人は画像を見られます。',
      },
      disk: {
        term: '画像のアドレスを知る人',
        text: '画像を見られます。画像は運営者自身のマシンにあり、アドレスは推測できません。',
      },
      lemonsqueezy: {
        term: 'Lemon Squeezy',
        text: 'クレジットを販売し、支払いを受け取ります。決済ページを開くと、メールアドレスとアカウント番号が渡されます。支払い方法は、こちらからは見えません。',
      },
      discord: {
        term: 'Discordのストア',
        text: 'Discordで買うクレジットを販売し、支払いを受け取ります。どのDiscordユーザーが何を買ったかが、こちらに伝えられます。そのユーザーがここにアカウントを持つまでは、見分けるために番号のハッシュを保存します。支払い方法は、こちらからは見えません。',
      },
      mail: {
        term: 'メールの配信サービス',
        text: 'コード、チャットの連携のお知らせ、ポリシーの変更など、メールをあなたに届けます。',
      },
      chats: (names) => ({
        term: allOf(names),
        text: 'ボットをそこで使う場合、あなたの入力とボットの答えを、それぞれのポリシーに従って運びます。チャンネルに投稿や共有をしたものは、そのメンバーに見えます。',
      }),
      signIns: {
        discord: {
          term: 'Discord（そこでサインインしてチャットを連携する場合）',
          text: 'ユーザーID、名前、公開プロフィールの内容がこちらに伝えられ（スコープはidentify）、このボットと連携することがDiscordに伝わります。チャットで連携を求めたのがあなただと確かめるためだけに使い、どれも保存しません。連携を始めたことは10分間保存します。',
        },
        slack: {
          term: 'Slack（そこでサインインしてチャットを連携する場合）',
          text: 'ユーザーIDとワークスペースのIDがこちらに伝えられ（スコープはopenid）、このボットと連携することがSlackに伝わります。チャットで連携を求めたのがあなただと確かめるためだけに使い、どれも保存しません。連携を始めたことは10分間保存します。',
        },
      },
      nobody:
        '法律で求められる場合を除き、ほかのだれも見ません。何も売らず、こちらの何かの学習にも使いません。',
    },
    rights: {
      title: 'あなたの権利',
      text: () =>
        say`保存しているデータを${{ link: '/account/settings', label: 'すべて書き出す' }}こと、${{ link: '/account/email', label: 'アドレスを直す' }}こと、${{ link: '/account/delete', label: 'アカウントを削除する' }}ことが、いつでもご自身でできます。異議を申し立てること、データの利用の制限を求めること、お住まいの地域のデータ保護機関に苦情を申し立てることもできます。このポリシーが変わるときは、アドレスのあるすべてのアカウントにメールでお知らせします。`,
    },
  },

  terms: {
    title: '利用規約',
    lead: 'imgsrc botを使うときの、こちらからの約束と、お願いしたいこと。',
    asOf: (day) => `${day}現在`,
    draft: (variables) =>
      say`これは下書きです。このボットの運営者が、印のついたところをまだ記入していません：${code(variables.join(' '))}。それまでは、だれもこの規約に同意したことになりません。`,
    gaps: { law: '準拠法の国や地域' },
    who: '運営者',
    service: {
      title: 'サービスの内容',
      text: 'あなたは、チームのチャットやターミナルで画像を言葉で伝えます。それを描かせ、頼まれた場所に投稿し、履歴に保存します。注意を払って運営しますが、止まったり、遅くなったり、間違えたりすることもあります。一部を変更または終了することがあります。すべてを終了するときは1か月前にお知らせし、購入済みの未使用クレジットを返金します。',
    },
    account: {
      title: 'アカウント',
      text: () =>
        say`自分で読めるメールアドレスが必要です。また、お住まいの地域でこの規約に同意できる年齢であることが必要です。連携したチャットを通じて起きたことは、あなたの責任になります。自分のチャットだけを連携してください。連携の解除とアカウントの削除は、いつでも${{ link: '/account/settings', label: '設定' }}でできます。`,
    },
    rules: {
      title: '描いてはいけないもの',
      text: 'あなたの地域またはこちらの地域の法律に反するもの、子どもを性的に扱うもの、人への嫌がらせや人をだますもの、人の顔や作品をその権利に反して使うもの。これを行うアカウントは停止することがあります。管理者は、チームの中で人をブロックすることがあります。',
      openai: () =>
        say`画像を描くのはOpenAIなので、${{ link: 'https://openai.com/policies/usage-policies/', label: 'OpenAIの利用ポリシー' }}も適用され、その安全チェックがプロンプトを止めることがあります。`,
    },
    money: {
      title: 'クレジットと支払い',
      text: () =>
        say`画像にはクレジットが必要で、${{ link: '/pricing', label: '表示された料金' }}のパックで購入します。クレジットに有効期限はありません。描けなかった画像、止められた画像、キャンセルした画像のクレジットは、すぐに戻ります。クレジットはここでの画像にだけ使えます。お金ではなく、返金のほかに払い戻されることはありません。`,
      lemonsqueezy:
        'パックはLemon Squeezyが販売者（merchant of record）として販売します。支払いの受け取り、税の加算、領収書の送付を、自社の規約に従って行います。',
      discord: 'Discordの中で買うパックは、Discordが自社の規約に従って販売します。',
      others: 'チームのために買ったものや、だれかに贈ったものは、その時から相手のものです。',
    },
    refunds: { title: '返金', law: '消費者として法律で認められた権利は、そのまま残ります。' },
    pictures: {
      title: 'あなたの画像',
      text: () =>
        say`あなたが入力し、持ち込んだものは、あなたのものです。あなたのために描かれたものも、法律が権利を認める限り同じです。頼まれたことをするためだけに使い、ほかには使いません。だれが見るかは、${{ link: '/privacy', label: 'プライバシーポリシー' }}にあります。持ち込むものには、それを使う権利が必要です。似た言葉を使った人に、似た画像が描かれることもあります。`,
      openai:
        '画像には、モデルが描いたことが書き込まれています。実際の出来事の写真として見せないでください。',
      shared:
        'チームのギャラリーに共有したものは、共有を解除するか削除するまで、チームの人が見て、投票し、もとにして描くことができます。',
    },
    liability: {
      title: '問題が起きたとき',
      text: '法律が定める場合、つまり故意と重大な過失、生命・身体・健康への損害、保証した事柄については、制限なく責任を負います。それ以外については、予想できた損害について、その前の12か月間に支払われた額まで責任を負います。',
    },
    changes: {
      title: '変更',
      text: 'この規約を重要な点で変えるときは、1か月前にご連絡します。同意できない場合は、それまでにアカウントを削除してください。購入済みの未使用クレジットを返金します。',
    },
    law: {
      title: '法律',
      applies: '準拠法：',
      consumer: '消費者としては、お住まいの国の保護も受けられます。',
    },
  },

  galleryPage: {
    title: 'あなたの画像',
    search: '検索',
    searchHint: 'プロンプトの言葉',
    all: 'すべて',
    favourites: 'お気に入り',
    shared: '共有済み',
    narrow: '絞り込み',
    tool: 'ツール',
    anyTool: 'すべてのツール',
    quality: '品質',
    anyQuality: 'すべての品質',
    team: 'チーム',
    anyTeam: 'すべてのチーム',
    from: '開始日',
    until: '終了日',
    apply: '適用',
    clear: '絞り込みを解除',
    place: (first, last, total, isWhole) =>
      `${number(first)}–${number(last)} / ${number(total)}${isWhole ? '' : '以上'}`,
    pages: 'ページ',
    newest: '最新',
    newer: '新しいもの',
    older: '前のもの',
    none: () =>
      say`まだ何もありません。チームのチャットで ${code('/imagine')} と見たいものを入力してください。`,
    noFavourites: () => say`お気に入りはまだありません。画像の星を押すと、ここに入ります。`,
    noneFound: '合う画像がありません。言葉や条件を減らしてみてください。',
    noneOlder: 'これより前のものはありません。',
    select: (about) => `${about}を選択`,
    selectAll: 'すべて選択',
    selectNone: '選択を解除',
    selected: '選択した画像',
    downloadSelected: 'ZIPでダウンロード',
    deleteSelected: '削除',
    addFavourite: (about) => `${about}をお気に入りに追加`,
    removeFavourite: (about) => `${about}をお気に入りから外す`,
    count: (count) => pictures(count),
  },

  teamGalleryPage: {
    of: 'ギャラリー：',
    title: (team) => `${team}のギャラリー`,
    none: () =>
      say`まだ何も共有されていません。チャットで画像の下の「${bold('共有')}」を押すと、ここに入ります。`,
    votes: countVotes,
  },

  picturePage: {
    back: 'すべての画像',
    newer: '新しいもの',
    older: '前のもの',
    prompt: 'プロンプト',
    copy: 'コピー',
    copied: 'コピーしました',
    download: 'ダウンロード',
    downloadAll: 'すべてダウンロード',
    openOriginal: 'フルサイズで開く',
    favourite: 'お気に入り',
    unfavourite: 'お気に入りから外す',
    remove: '削除',
    removeAll: 'すべて削除',
    numbered: (picture, all) => `${number(picture)} / ${number(all)}`,
    together: (count) => `全${pictures(count)}`,
    settings: '詳細',
    size: 'サイズ',
    quality: '品質',
    background: '背景',
    model: 'モデル',
    tool: 'ツール',
    made: '作成',
    cost: '料金',
    free: '無料',
    paidByTeam: (amount) => `${credits(amount)}、チームの支払い`,
    id: '画像',
    where: '頼んだ場所',
    sharedIn: '共有先',
    openIn: (platform) => `${platform}で開く`,
    onlyYou: 'あなただけ',
    seenBy: '見られる人',
    yourTeam: 'あなたのチーム',
    inChat: (command) =>
      say`バリエーション、変更、品質アップは、チャットで ${code(command)} と入力してください。`,
    embed: 'HTMLかMarkdownでコピー',
    embedNote: '削除するまで、このアドレスを知る人はだれでも画像を見られます。',
    html: 'HTML',
    markdown: 'Markdown',
    family: '画像のつながり',
    familyOf: '画像のつながり',
    from: '元になったもの',
    fromWords: '言葉だけから描きました。',
    fromGone: '元になった画像は削除されています。',
    fromMore: 'これより前にも段階があります。',
    ofIt: 'これから作ったもの',
    nothingYet: 'まだありません。',
    moreMade: 'これより前に作ったものもあります。',
    removeOne: 'この画像を削除しますか？',
    removeMany: 'これらの画像を削除しますか？',
    removeWarning: 'サーバーと履歴から削除します。元には戻せません。',
    removeManyWarning: (count) => `画像${pictures(count)}をサーバーと履歴から削除します。元には戻せません。`,
    removeShared: '共有した場所でも表示されなくなります。',
    removeManyShared: '共有したものは、その場所でも表示されなくなります。',
    keep: '残す',
    keepMany: '残す',
  },
}
