import { type Assumption, parseAssumptions } from '@tumstock/engine/assumptions'
import { nameOf } from '@tumstock/rubric/error'
import { BadInput } from './failure.ts'
import { bytesOf, type Subject } from './subject.ts'

/** The assumptions in the JSON file that `--assumptions` names; one list, as the engine takes it. */
export async function readAssumptions(path: string, { rubric }: Subject): Promise<readonly Assumption[]> {
  const text = (await bytesOf('--assumptions', path)).toString('utf8')
  try {
    return parseAssumptions(JSON.parse(text), nameOf(rubric))
  } catch (problem) {
    if (problem instanceof SyntaxError)
      throw new BadInput(`--assumptions ${path}: is not JSON (${problem.message}).`)
    throw problem
  }
}
