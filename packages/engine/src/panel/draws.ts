import { PanelError } from './panel-error.ts'

/** How often assessors or items are drawn again, and from which seed. */
export type Draws = { seed: number; draws: number }

/** @throws PanelError `too-few` for less than `least` draws or a part of one; `bad-option` for a seed that is none */
export const checkDraws = ({ seed, draws }: Draws, least: number): void => {
  if (!(Number.isSafeInteger(draws) && draws >= least))
    throw new PanelError('too-few', `${draws} draws. Needed: a whole number from ${least}.`)
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new PanelError('bad-option', `${seed} is no seed. Allowed: whole numbers from 0 to 2^53 − 1.`)
}
