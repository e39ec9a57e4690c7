import { Refusal } from '../refusal.ts'
import { answerAsThread } from './as-thread.ts'

await answerAsThread((by: number) => {
  if (by === 0) throw new Refusal('bad-input', 'Nothing is divided by 0.')
  return 84 / by
})
