/** Tells which texts the fonts that come along can draw. */

const covered =
  /^[\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]*$/u

/** Whether the fonts have all its scripts; of a rare sign they may still have none. */
export const hasFonts = (text: string): boolean => covered.test(text)
