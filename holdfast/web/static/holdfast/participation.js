// Shows only the questions that go with an answer, and at once what the answers about the child come to.
// Without it every question stands on the page, and the next page shows the code.
for (const form of document.querySelectorAll('[data-shown-by]')) {
  const answered = () => form.querySelector(`[name="${form.dataset.shownBy}"]:checked`)?.value
  const codes = new Map([...form.querySelectorAll('[data-answers]')].map((one) => [one.dataset.answers, one.textContent]))
  const comesTo = form.querySelector('[data-comes-to]')
  const show = () => {
    for (const question of form.querySelectorAll('[data-when]')) {
      question.hidden = !question.dataset.when.split(' ').includes(answered())
    }
    if (!comesTo) return
    const views = form.querySelector('[data-when]:not([hidden]) input:checked')?.value
    const code = codes.get(`${answered()}:${views}`)
    comesTo.hidden = !code
    form.querySelector('[data-code]').textContent = code ?? ''
  }
  form.addEventListener('change', show)
  show()
}
