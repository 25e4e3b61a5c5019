// Shows at once what the answers about the child come to, and only the question that goes with the one before.
// Without it both questions stand on the page, and the next page shows the code.
const form = document.querySelector('[data-participation]')
const comesTo = form?.querySelector('[data-comes-to]')
if (form && comesTo) {
  const codes = new Map([...form.querySelectorAll('[data-answers]')].map((one) => [one.dataset.answers, one.textContent]))
  const show = () => {
    const there = form.querySelector('[name="child_there"]:checked')?.value
    for (const question of form.querySelectorAll('[data-when]')) {
      question.hidden = question.dataset.when !== there
    }
    const views = form.querySelector('[data-when]:not([hidden]) input:checked')?.value
    const code = codes.get(`${there}:${views}`)
    comesTo.hidden = !code
    form.querySelector('[data-code]').textContent = code ?? ''
  }
  form.addEventListener('change', show)
  show()
}
