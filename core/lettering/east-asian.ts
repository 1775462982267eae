/** Tells in which country’s shapes Chinese characters are to be drawn, since Unicode has one character for all of them. */

export type EastAsian = 'ja' | 'ko' | 'zh'

/**
 * Kana are Japanese alone, and Hangul is Korean; Chinese characters alone are drawn as whoever asked knows them. `locale`: a tag
 * (BCP 47). Where nothing tells, Chinese.
 */
export function findEastAsian(text: string, locale = ''): EastAsian {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (!/\p{Script=Han}/u.test(text)) return 'zh'
  const [language = ''] = locale.toLowerCase().split('-', 1)
  return language === 'ja' || language === 'ko' ? language : 'zh'
}
