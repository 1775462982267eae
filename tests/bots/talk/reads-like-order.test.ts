/** Talk is told from orders: only what is plainly an order draws unasked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readsLikeOrder } from '#bots/talk/reads-like-order.ts'

const reads = (text: string, pictured = false) => readsLikeOrder(text, { pictured })

describe('talk', () => {
  it.each([
    ...['hi', 'Hi!', 'hello there', 'hey bot', 'good morning', 'Good morning everyone', 'yo'],
    ...['welcome back', 'thanks!', 'thank you so much', 'thx', 'ty', 'thanks a lot for the fox in snow'],
    ...['cheers mate', '?', '???', '...', '!', '', '   ', '👍', '🎉🎉', ':tada:', ':+1: :heart:', '1'],
    ...['+1', '100%', '-', 'stop', 'stop it please', 'cancel', 'undo', 'wait', 'never mind', 'delete that'],
    ...['no', 'yes please', 'ok', 'okay then', 'cool', 'nice one', 'great job everyone', 'perfect'],
    ...['well done team', 'lol', 'wow', 'how do I buy credits?', 'how do I buy credits'],
    ...['what can you do?', 'who made you', 'are you there', 'where is my picture', 'why was I charged'],
    ...[
      'can you help me',
      'is this a red fox in snow?',
      'a red fox in snow?',
      'help me out please',
      'I need a refund',
    ],
    ...['my picture is missing', 'it does not work', 'not working at all'],
    ...['a problem with the last picture', 'a quick question', 'a moment please', 'the bot is broken'],
    ...['the same', 'that was a lovely picture', 'looks much better now', 'I love the colours'],
    ...['see you tomorrow', 'on it', 'on my way', 'be right back', 'in a meeting', 'works for me'],
    ...['sounds good to me', 'makes sense', 'draw', 'draw me', 'draw?', 'please draw', 'can you draw?'],
    ...['make it stop', 'create an account for me', 'show me my credits', 'show me a list of commands'],
    ...['lighthouse', 'red fox', 'test', 'testing testing', 'https://example.org', 'www.example.org'],
    ...['https://a.test/draw-a-cat https://b.test', '@ada', '@ada #art', 'danke schön'],
    ...['guten Morgen zusammen', 'wie kaufe ich Guthaben?', 'ich brauche Hilfe', 'nein danke'],
    ...['bonjour à tous', 'merci beaucoup', 'comment ça marche', 'ça marche', 'salut', 'de rien'],
    ...['hola a todos', 'muchas gracias', 'gracias por la ayuda', 'buenos días', '¿cómo compro créditos?'],
    ...['olá pessoal', 'muito obrigado', 'grazie mille', 'ciao', 'buongiorno a tutti', 'dank je wel'],
    ...['hej hej', 'привет', 'спасибо большое', 'как купить кредиты?', 'доброе утро', 'merhaba', 'cześć'],
    ...['terima kasih', '你好', '谢谢你', '怎么购买积分？', '你会画画吗', '早上好大家', 'こんにちは'],
    ...['ありがとうございます', '使い方を教えてください', '今日はいい天気ですね', '안녕하세요'],
    ...['감사합니다', '크레딧은 어떻게 사나요?', 'สวัสดี', 'مرحبا', 'שלום'],
  ])('“%s”', (text) => {
    expect(reads(text)).toBe(false)
  })
})

describe('an order', () => {
  it.each([
    ...['a red fox in snow', 'a lighthouse at dusk', 'A gull', 'an old man and the sea'],
    ...['two cats playing chess', '3 boats in a storm', 'the eiffel tower at night'],
    ...['a man is walking his dog in the rain', 'lighthouse at dusk', 'red fox in the snow, watercolour'],
    ...['neon city, rain, cyberpunk', 'cat wearing a top hat', 'isometric office with plants'],
    ...['logo for a bakery, minimalist', 'history of the world in one picture'],
    ...['a portrait of my cat in a spacesuit', 'a bus stop in the rain', 'a war memorial'],
    ...['a tin can on a beach', 'draw a cat', 'draw me a cat', 'Draw me a cat, please!'],
    ...['please draw a cat', 'can you draw me a cat?', 'could you please paint two boats?'],
    ...['hey, draw a fox', 'thanks, now draw a cat', 'sketch the moon', 'draw people'],
    ...['make a picture of my dog', 'show me a boat', 'create an image of a castle'],
    ...['design a logo with a fox', 'ein roter Fuchs im Schnee', 'zeichne mir eine Katze'],
    ...['Leuchtturm bei Nacht im Sturm', 'die Berge im Nebel', 'un renard roux dans la neige'],
    ...['dessine-moi un mouton', 'dessine moi un mouton', 'tour eiffel au bord du fleuve'],
    ...['un zorro rojo en la nieve', 'dibuja un gato', 'um farol ao pôr do sol'],
    ...['una volpe rossa nella neve', 'een vos in de sneeuw', 'teken een kat', 'нарисуй кота'],
    ...['красная лиса в снегу', 'narysuj kota', '一只在雪中的红狐狸', '画一只猫', '请帮我画一只猫'],
    ...['雪の中の赤い狐', '猫を描いて', '눈 속의 붉은 여우', '고양이 그려줘', '“a red fox in snow”'],
    ...['*a red fox* in snow', 'a red fox in snow 🦊', 'a red fox in snow!', 'a fox --quality draft'],
  ])('“%s”', (text) => {
    expect(reads(text)).toBe(true)
  })
})

describe('with a picture', () => {
  it.each([
    'make it blue',
    'remove the car',
    'in winter',
    'as a watercolour',
    'without the people',
    'brighter',
    'a hat on it',
  ])('“%s” is an order', (text) => expect(reads(text, true)).toBe(true))

  it.each(['hi', 'thanks!', '?', 'look at this', 'what do you think?', 'nice', 'make', 'with your help'])(
    '“%s” is talk',
    (text) => expect(reads(text, true)).toBe(false),
  )
})

it('reads whatever is typed, however long, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, pictured) => {
      expect(reads(text, pictured)).toBe(reads(text, pictured))
    }),
  )
})

it.each(['a', ' ', '?', ':', 'ね', '请', "a'", '@a', 'http://', '\u0301', 'a- ', '画', '1'])(
  'reads 100 kB of “%s”',
  (unit) => expect(typeof reads(unit.repeat(100_000 / unit.length))).toBe('boolean'),
)
