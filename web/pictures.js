/** What makes pages with pictures quicker to use; without it they work by links and forms alone. */

/** Arrow keys lead to what is beside the picture, or to the page beside this one. */
const ways = { ArrowLeft: 'prev', ArrowRight: 'next' }
document.addEventListener('keydown', (event) => {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
  const isTyped = target instanceof Element && target.closest('input, select, textarea, summary')
  if (isTyped || altKey || ctrlKey || metaKey || shiftKey || !(key in ways)) return
  document.querySelector(`main a[rel="${ways[key]}"]`)?.click()
})

/** Copies what another element says. */
for (const button of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(button.dataset.copy)
  if (!navigator.clipboard || !source) continue
  const label = button.firstChild
  const words = label.nodeValue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(source.value ?? source.textContent)
    label.nodeValue = button.dataset.copied
    setTimeout(() => {
      label.nodeValue = words
    }, 2_000)
  })
}

/** Ticks all, none, with Shift what is between the last two, and with Enter as with Space. */
for (const tiles of document.querySelectorAll('.picking')) {
  const boxes = [...tiles.querySelectorAll('input[name="pick"]')]
  let last = -1
  for (const [index, box] of boxes.entries()) {
    box.addEventListener('click', ({ shiftKey }) => {
      const [from, to] = [Math.min(last, index), Math.max(last, index)]
      if (shiftKey && last >= 0) for (const each of boxes.slice(from, to)) each.checked = box.checked
      last = index
    })
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      box.click()
    })
  }
  for (const button of tiles.querySelectorAll('[data-pick]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      for (const box of boxes) box.checked = button.dataset.pick === 'all'
    })
  }
}

/** A filter that is chosen is applied. */
for (const select of document.querySelectorAll('.narrowing select')) {
  select.addEventListener('change', () => select.form.requestSubmit())
}
