/** Shows on the button of a form that has been sent that its answer is on its way, and sends it only once meanwhile. */
/** After this nothing comes any more, or it was stopped. Milliseconds. */
const patience = 10_000

function rest() {
  for (const form of document.forms) {
    delete form.dataset.sent
    for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy')
  }
}

addEventListener('submit', (event) => {
  // What is answered by a file leaves the page as it is.
  if (event.submitter?.dataset.stays !== undefined) return
  const form = event.target
  if (form.dataset.sent === 'true') return event.preventDefault()
  form.dataset.sent = 'true'
  event.submitter?.setAttribute('aria-busy', 'true')
  setTimeout(rest, patience)
})

// Whoever comes back to a page finds it as it was before they left.
addEventListener('pageshow', rest)
