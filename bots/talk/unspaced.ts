/** The same decision for Chinese, Japanese and Korean, which are not read word by word. */

const script = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu

/** As many signs name a thing and say something of it. */
const fewestSigns = 4

const asks = /[?؟]\s*$|[吗嗎呢]\s*$|[かの]\s*[?？]?$|까\s*$/u
const ordersChinese =
  /^(?:请|請|麻烦|麻煩|帮我|幫我|给我|給我|我想要|我要|来|來)*(?:画|畫|绘制|繪製|绘|繪|生成|设计|設計)/u
const ordersJapanese = /(?:描いて|かいて|描け|作って|生成して)/u
const ordersKorean = /(?:그려|만들어)\s*(?:줘|주세요|주라|봐)?/u

/** What people say to each other, wherever it stands. */
const speaks =
  /[你您我咱]|谢谢|謝謝|感谢|感謝|多谢|请问|請問|怎么|怎麼|如何|为什么|為什麼|什么|什麼|多少|哪[里儿裡個个]|好的|可以|没问题|沒問題|帮助|幫助|充值|积分|積分|退款|账户|帳戶|付款|价格|價格|取消|停止|早上好|晚上好|晚安|再见|再見|对不起|對不起|不客气|不客氣|测试|こんにちは|こんばんは|おはよう|ありがと|すみません|ごめん|はじめまして|お願い|おやすみ|さようなら|了解|クレジット|料金|返金|支払|購入|どうやって|なぜ|いくら|助けて|안녕|감사|고마|도와|어떻게|왜|언제|얼마|크레딧|환불|결제|미안|죄송|취소|그만/u

/** A sentence of a conversation ends so; what a picture is called does not. */
const closes =
  /(?:です|ます|ました|ません|ください|下さい|でした|だよ|だね|よね|[ねよわぞ]|了|啦|吧|啊|哦|요|니다|죠|네|해)[\s。.!！~…]*$/u

/** Undefined where few of the letters are theirs. `plainly`: only what asks for a drawing in so many words. */
export function readsLikeOrderUnspaced(text: string, { plainly }: { plainly: boolean }): boolean | undefined {
  const signs = text.match(script)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (signs === 0 || signs * 2 < letters) return undefined
  const words = text.trim()
  if (asks.test(words)) return false
  const more = signs >= fewestSigns
  if (more && (ordersChinese.test(words) || ordersJapanese.test(words) || ordersKorean.test(words)))
    return true
  return !plainly && more && !speaks.test(words) && !closes.test(words)
}
