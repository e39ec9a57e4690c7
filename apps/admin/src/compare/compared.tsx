import { useMemo } from 'react'
import { Empty } from '../ui/states.tsx'
import styles from './compare.module.css'
import { type CompareSearch, listed, listText, MOST_MARKED, toggled } from './compare-search.ts'
import { type Comparison, namesOf, narrowRounds, peersOf, WHOLE } from './comparison.ts'
import { Distributions } from './distributions.tsx'
import { Figures } from './figures.tsx'
import { Ground } from './ground.tsx'
import { Maps } from './maps.tsx'
import { Narrow } from './narrow.tsx'
import { Profile } from './profile.tsx'
import { sidesOf } from './sides.ts'
import { Standings } from './standings.tsx'
import { useWords } from './use-words.ts'
import type { View } from './view.ts'

type Props = { comparison: Comparison; search: CompareSearch; set: (change: Partial<CompareSearch>) => void }

export function Compared({ comparison, search, set }: Props) {
  const words = useWords()
  const { tc, t, whole } = words
  const names = useMemo(() => namesOf(comparison.rounds), [comparison])
  const { kind, band, peers, mark, by } = search
  const view = useMemo((): View => {
    const marked = listed(mark).filter(unit => names.has(unit))
    const nameOf = (unit: string) => names.get(unit)?.name ?? unit
    return {
      comparison,
      dimensions: comparison.rounds[0]?.coverage.map(one => one.dimension) ?? [],
      sides: sidesOf(narrowRounds(comparison.rounds, { kind, band, peers }), t),
      marked,
      by: by ?? WHOLE,
      provenance: words.provenance(comparison, words.narrowing({ kind, band, peers }, nameOf)),
      pick: unit => unit && set({ mark: listText(toggled(marked, unit, MOST_MARKED)) }),
    }
  }, [comparison, names, words, t, kind, band, peers, mark, by, set])

  const all = comparison.rounds.flatMap(round => round.rows)
  const shown = view.sides.flatMap(side => side.round.rows)
  const unknown = band || peers ? all.filter(row => row.population === null).length : 0
  const noPeers = peers !== undefined && peersOf(comparison.rounds, peers) === null
  const count = [
    tc('shown', { shown: whole(shown.length), all: whole(all.length) }),
    unknown > 0 && tc('unknownPopulation', { count: unknown }),
    noPeers && tc('peersUnknown', { name: names.get(peers)?.name ?? peers }),
  ]
  return (
    <div className={styles.compared}>
      <Ground comparison={comparison} dimensions={view.dimensions} />
      <section className={styles.pictures} aria-labelledby="pictures">
        <h2 id="pictures">{tc('pictures')}</h2>
        <Narrow
          comparison={comparison}
          dimensions={view.dimensions}
          names={names}
          search={search}
          set={set}
          count={count.filter(Boolean).join('. ')}
        />
        {shown.length === 0 ? (
          <Empty title={tc('nothing')} text={tc('nothingText')} />
        ) : (
          <>
            <div className={styles.pair}>
              <Profile view={view} />
              <Standings view={view} />
            </div>
            <Distributions view={view} />
            <Maps view={view} />
            <Figures view={view} sort={search.sort} setSort={sort => set({ sort })} />
          </>
        )}
      </section>
    </div>
  )
}
