import type { RubricData } from '@tumstock/rubric/contract'
import { renameEntries } from '@tumstock/rubric/named-entries'
import type { Participant } from './rows.ts'

/** The rubric with the ids that its entries have in this round, where it names them by the register id of a unit. */
export const ofRound = (
  rubric: RubricData,
  entries: readonly Pick<Participant, 'id' | 'units'>[],
): RubricData => {
  const ids = new Map(entries.flatMap(({ id, units }) => units.map(unit => [unit, id] as const)))
  return renameEntries(rubric, unit => ids.get(unit))
}
