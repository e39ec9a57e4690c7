import type { Texts } from './en.ts'
import { frame } from './sv/frame.ts'
import { rounds } from './sv/rounds.ts'

export const texts: Texts = {
  frame,
  rounds,
}
