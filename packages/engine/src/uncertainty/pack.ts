/** A model as threads get it: what their runs need, and nothing that only makes it. */
import type { Program, ProgramGroup } from './program.ts'
import type { Runnable } from './runs.ts'
import type { Slice } from './slices.ts'

/** Can be sent to a thread. */
export type Packed = Omit<Runnable, 'programAt'> & { programs: ReadonlyMap<string, Program> }

/**
 * The programs of all that these slices choose, their columns in shared memory.
 *
 * @throws RubricError where one of the combinations of alternatives cannot be scored
 */
export const pack = (model: Runnable, slices: readonly Slice[]): Packed => {
  const { units, nodes, factors, alternatives, noises, marks, programAt } = model
  const share = sharer()
  const made = new Set<string>()
  const programs = slices.flatMap(({ chosen }): [string, Program][] => {
    const key = chosen.join()
    if (made.has(key)) return []
    made.add(key)
    return [[key, sharedProgram(programAt(chosen), share)]]
  })
  return { units, nodes, factors, alternatives, noises, marks, programs: new Map(programs) }
}

type Share = <T extends Float64Array | Int32Array>(numbers: T) => T

/** Copies into shared memory; what is the same stays the same. */
const sharer = (): Share => {
  const known = new Map<Float64Array | Int32Array, Float64Array | Int32Array>()
  return <T extends Float64Array | Int32Array>(numbers: T): T => {
    if (numbers.buffer instanceof SharedArrayBuffer) return numbers
    const copied = known.get(numbers)
    if (copied) return copied as T
    const memory = new SharedArrayBuffer(numbers.byteLength)
    const shared = numbers instanceof Float64Array ? new Float64Array(memory) : new Int32Array(memory)
    shared.set(numbers)
    known.set(numbers, shared)
    return shared as T
  }
}

const sharedProgram = (program: Program, share: Share): Program => ({
  ...program,
  entries: share(program.entries),
  shown: share(program.shown),
  ranked: share(program.ranked),
  groups: program.groups.map(group => sharedGroup(group, share)),
})

/** Groups of other kinds write into what they are made of: each thread has its own. */
const sharedGroup = (group: ProgramGroup, share: Share): ProgramGroup =>
  group.kind === 'other'
    ? group
    : {
        ...group,
        parts: group.parts.map(({ node, column }) => ({ node, column: column && share(column) })),
        odd: {
          entries: share(group.odd.entries),
          patterns: share(group.odd.patterns),
          absent: share(group.odd.absent),
        },
      }
