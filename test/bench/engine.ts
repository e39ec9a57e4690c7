import { evaluate, resultsOf } from '@tumstock/engine/evaluate'
import { scoreLeaves } from '@tumstock/engine/leaves'
import { compile, withWeights } from '@tumstock/engine/plan'
import { tabulate } from '@tumstock/engine/tabulate'
import { answersOf, GROUPS, LEAVES, PER_GROUP, rowsOf, sixty } from './engine-world.ts'
import { line, ms, sideBySide } from './measure.ts'
import { type NaiveNode, naive } from './naive.ts'

const naiveTree = (): NaiveNode => ({
  weight: 1,
  children: Array.from({ length: GROUPS }, (_, g) => ({
    weight: 1 + g,
    children: Array.from({ length: PER_GROUP }, (_, at) => ({
      weight: 1 + (at % 3),
      read: { id: `i${g * PER_GROUP + at}`, max: 100 },
    })),
  })),
})

/** Evaluate beside a plain loop, and one move of a weight with everything else kept. */
export function benchEngine(): void {
  for (const units of [357, 90_000]) {
    const answers = answersOf(units)
    const rubric = sixty({ by: 'linear', from: 0, to: 100 })
    const plan = compile(rubric)
    const data = tabulate(rubric, rowsOf(answers))
    const leaves = scoreLeaves(plan, data)
    const tree = naiveTree()
    let weight = 1
    const times = sideBySide(
      {
        evaluate: () => void evaluate(plan, data),
        loop: () => void naive(tree, answers),
        move: () => {
          weight = weight === 1 ? 2 : 1
          resultsOf(withWeights(plan, { 'criteria.g0': weight }), data, leaves)
        },
      },
      units > 1000 ? 5 : 25,
    )
    const ratio = (times.loop.median / times.evaluate.median).toFixed(2)
    line(
      `evaluate ${units} × ${LEAVES}`,
      ms(times.evaluate.median),
      `${ratio} × a plain loop's speed (${ms(times.loop.median)})`,
    )
    line(
      `one weight moved, ${units} × ${LEAVES}`,
      ms(times.move.median),
      `${(times.evaluate.median / times.move.median).toFixed(1)} × a full evaluate's speed`,
    )
  }
}
