import { Button, Tag } from '@digdir/designsystemet-react'
import { StarFillIcon, StarIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '@tumstock/engine/display'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import form from '../ui/form.module.css'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import { Reasons } from './reasons.tsx'
import styles from './shortlist.module.css'
import { type Candidate, type Choice, groupsOf, isOut, type Shortlist } from './shortlist.ts'

type Props = { round: Round; shortlist: Shortlist; choice: Choice }

/** Who can be nominated for one award, class by class. */
export function Candidates({ round, shortlist, choice }: Props) {
  const { t } = useTranslation('shortlist')
  const chosen = choice.candidates.filter(one => one.reasons !== null).length
  return (
    <section className={styles.award} aria-label={choice.title}>
      <h2>{choice.title}</h2>
      <p className="ts-muted" role="status">
        {choice.wanted === null
          ? t('chosen', { count: chosen })
          : t('chosenOf', { count: chosen, wanted: choice.wanted })}
      </p>
      {groupsOf(choice, Object.keys(shortlist.categories)).map(({ category, candidates }) => (
        <div key={category ?? ''} className={styles.group}>
          {choice.per === 'category' && (
            <h3>{category === null ? t('noCategory') : (shortlist.categories[category] ?? category)}</h3>
          )}
          <ul className={styles.candidates}>
            {candidates.map(candidate => (
              <li key={candidate.entry}>
                <One round={round} shortlist={shortlist} choice={choice} candidate={candidate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function One({ round, shortlist, choice, candidate }: Props & { candidate: Candidate }) {
  const { t, i18n } = useTranslation('shortlist')
  const locale = useLocale()
  const [writing, setWriting] = useState(false)
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.shortlist.remove.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.shortlist.pathKey() }),
    }),
  )
  const { entry, name, units, points, rank, suggested, reasons } = candidate
  const out = isOut(shortlist, new Date())
  const { scale } = round.rubric
  const said = reasons?.[i18n.language] ?? Object.values(reasons ?? {})[0]
  return (
    <article className={styles.candidate} data-nominated={reasons !== null} aria-label={name}>
      <div className={styles.who}>
        <Link to="/rounds/$round/entries/$entry" params={{ round: round.id, entry }}>
          {name}
        </Link>
        {units.length > 1 && <small>{units.map(unit => unit.name).join(' + ')}</small>}
        <span className={styles.tags}>
          {reasons !== null && (
            <Tag data-size="sm" data-color="success">
              <StarFillIcon aria-hidden />
              {t('nominated')}
            </Tag>
          )}
          {suggested && reasons === null && (
            <Tag data-size="sm" data-color="info">
              <StarIcon aria-hidden />
              {t('suggested')}
            </Tag>
          )}
        </span>
      </div>
      <p className={styles.points}>
        {points === null
          ? t('noPoints')
          : t('points', {
              points: formatNumber(points, { decimals: scale.decimals, locale }),
              unit: scale.unit,
              rank: rank ?? '–',
            })}
      </p>
      {said !== undefined && <p className={styles.said}>{said}</p>}
      {remove.isError && <Problem error={remove.error} />}
      <div className={form.buttons}>
        {(reasons !== null || !out) && (
          <Button
            data-size="sm"
            variant="secondary"
            aria-label={t(reasons === null ? 'nominateOf' : 'reasonsOf', { name })}
            onClick={() => setWriting(true)}
          >
            {t(reasons === null ? 'nominate' : 'reasons')}
          </Button>
        )}
        {reasons !== null && !out && (
          <Button
            data-size="sm"
            variant="tertiary"
            aria-label={t('removeOf', { name })}
            loading={remove.isPending}
            onClick={() => remove.mutate({ round: round.id, award: choice.award, entry })}
          >
            {t('remove')}
          </Button>
        )}
      </div>
      {writing && (
        <Reasons
          round={round.id}
          award={choice.award}
          languages={shortlist.languages}
          candidate={candidate}
          close={() => setWriting(false)}
        />
      )}
    </article>
  )
}
