import type { Texts } from './en.ts'
import { frame } from './nn/frame.ts'
import { rounds } from './nn/rounds.ts'

export const texts: Texts = {
  frame,
  rounds,
}
