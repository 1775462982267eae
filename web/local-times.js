/** Shows moments, which pages give in UTC, by the reader's own clock and in the page's language. */
{
  const { lang } = document.documentElement
  // Of the reader's own kind of that language, where they have one: en-US beside en-GB.
  const locale = navigator.languages.find((each) => each.split('-', 1)[0] === lang) ?? lang
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

  for (const time of document.querySelectorAll('time[data-local]')) {
    const at = new Date(time.dateTime)
    time.title = time.textContent
    time.textContent = (time.dataset.local === 'day' ? day : minute).format(at)
  }
}
