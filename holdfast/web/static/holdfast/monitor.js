// Opens a follow-up question as soon as its condition holds, closes it when it no longer does, and counts along.
// Without it the page that follows a saving shows the questions that apply then, and the count.
for (const form of document.querySelectorAll('form[data-monitor]')) {
  const questions = [...form.querySelectorAll('[data-question]')]
  const byKey = new Map(questions.map((one) => [one.dataset.question, one]))
  const controls = (one) => [...one.querySelectorAll('input[name], textarea, select')]
  const values = (one) => controls(one)
    .filter((field) => !['radio', 'checkbox'].includes(field.type) || field.checked)
    .map((field) => field.value.trim()).filter(Boolean)
  // What a closed question holds counts for nothing, as it does in the service.
  const answers = (key) => (byKey.has(key) && !byKey.get(key).hidden ? values(byKey.get(key)) : [])
  const holds = (one) => JSON.parse(one.dataset.when || '[]')
    .every((condition) => answers(condition.question).some((value) => condition.is_one_of.includes(value)))
  const isAnswered = (one) => (one.dataset.kind === 'date' ? values(one).length === 3 : values(one).length > 0)
  const counter = document.querySelector('[data-counter]')
  const headline = document.querySelector('[data-headline]')

  const show = () => {
    for (const one of questions) one.hidden = !holds(one) && !one.hasAttribute('data-wrong')
    for (const section of form.querySelectorAll('[data-section]')) {
      section.hidden = ![...section.querySelectorAll('[data-question]')].some((one) => !one.hidden)
    }
    if (!counter) return
    const asked = questions.filter((one) => 'counts' in one.dataset && !one.hidden)
    const left = asked.filter((one) => !isAnswered(one)).length
    headline.textContent = left ? `${left} question${left === 1 ? '' : 's'} left` : 'Every question is answered: finish the monitor'
    counter.querySelector('[data-answered]').textContent = asked.length - left
    counter.querySelector('[data-asked]').textContent = asked.length
  }
  form.addEventListener('input', show)
  form.addEventListener('change', show)
  show()
}
