/** The question that the keyboard is at, found where it stands on the page. */

const idOf = (question: string) => `question-${question}`

/** What makes an element the question's place. */
export const placeOf = (question: string) => ({ id: idOf(question), 'data-question': question, tabIndex: -1 })

/** Moves to a question. */
export function toQuestion(question: string): void {
  const place = document.getElementById(idOf(question))
  place?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'start' })
}

/** The question that holds the focus; undefined when none does. */
export const questionInHand = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question

/** Does what a key stands for in this question, where it can be done. */
export const press = (question: string, key: string): void =>
  document.getElementById(idOf(question))?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()

const WRITTEN_IN = 'textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])'

/** True while what is pressed is meant for a field or a dialog. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && (target.matches(WRITTEN_IN) || target.closest('dialog') !== null)
