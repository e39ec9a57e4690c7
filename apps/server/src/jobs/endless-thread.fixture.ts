import { answerAsThread } from './as-thread.ts'

await answerAsThread((_, onProgress) => {
  onProgress(0.5)
  for (;;);
})
