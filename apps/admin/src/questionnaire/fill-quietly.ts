import type { Model } from 'survey-react-ui'

const quiet = new WeakSet<object>()

/** Puts something in a field without its being an answer yet: what stands at the server, or a text to start from. */
export function fillQuietly(survey: Pick<Model, 'setValue'>, name: string, value: unknown): void {
  quiet.add(survey)
  survey.setValue(name, value)
  quiet.delete(survey)
}

export const isFilling = (survey: object): boolean => quiet.has(survey)
