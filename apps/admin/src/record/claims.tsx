import { Alert, Chip, Fieldset } from '@digdir/designsystemet-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { formatNumber } from '@tumstock/engine/display'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import { reasonText } from './reason-text.ts'
import styles from './record.module.css'
import { type Claim, countBy, orderedClaims, type RoundRecord, unitsNamed } from './record.ts'
import { SourceTag } from './source-tag.tsx'

type Props = { record: RoundRecord; round: Round }

const VERDICTS = ['contradicts', 'unverifiable', 'holds'] as const

/** Each printed statement beside what the engine gets from the published facts. */
export function Claims({ record, round }: Props) {
  const { t: frame } = useTranslation()
  const { t } = useTranslation('record')
  const [shown, setShown] = useState<Claim['verdict'] | null>(null)
  const named = useNames(record, round)
  const counts = countBy(record.claims)
  const contradictions = record.claims.filter(claim => claim.verdict === 'contradicts')
  const rows = useMemo(
    () => orderedClaims(record.claims).filter(claim => shown === null || claim.verdict === shown),
    [record.claims, shown],
  )
  const columns = useMemo(
    (): DataColumn<Claim>[] => [
      {
        id: 'says',
        head: t('says'),
        value: claim => claim.says,
        cell: claim => (
          <>
            {claim.says}
            {claim.note && <small className={styles.note}>{claim.note}</small>}
          </>
        ),
      },
      { id: 'printed', head: t('printed'), value: claim => named(claim.printed), width: 8 },
      {
        id: 'computed',
        head: t('computed'),
        value: claim => (claim.computed === null ? null : named(claim.computed)),
        cell: claim => (claim.computed === null ? t('computedNone') : named(claim.computed)),
        width: 8,
      },
      {
        id: 'verdict',
        head: t('verdict'),
        value: claim => frame(`tag.${claim.verdict}`),
        cell: claim => (
          <>
            <MarkTag mark={claim.verdict} />
            {claim.reason.code !== 'recomputed' && (
              <small className={styles.note}>{reasonText(claim.reason, t, named)}</small>
            )}
          </>
        ),
        width: 14,
      },
      {
        id: 'source',
        head: t('source'),
        value: claim => claim.source,
        cell: claim => <SourceTag id={claim.source} record={record} />,
        width: 7.5,
      },
      {
        id: 'status',
        head: t('status'),
        value: claim => frame(`tag.${claim.status}`),
        cell: claim => <MarkTag mark={claim.status} />,
        width: 8,
      },
    ],
    [t, frame, named, record],
  )
  return (
    <section className={styles.part}>
      <h2>{t('claims')}</h2>
      {record.claims.length === 0 ? (
        <p>{t('claimsNone')}</p>
      ) : (
        <>
          <p className="ts-muted">
            {t('claimsText')} {t('found', counts)}.
          </p>
          {contradictions.length > 0 && (
            <Alert data-color="danger" data-size="sm">
              <h3 className={styles.contradictions}>{t('contradictions')}</h3>
              <ul>
                {contradictions.map(({ says, note, source }) => (
                  <li key={`${says} ${source}`}>
                    {says} <span className="ts-muted">({source})</span>
                    {note && ` – ${note}`}
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          <Fieldset data-size="sm">
            <Fieldset.Legend>{t('show')}</Fieldset.Legend>
            <div className={styles.chips}>
              <Chip.Radio name="verdict" value="all" checked={shown === null} onChange={() => setShown(null)}>
                {t('showAll')} ({record.claims.length})
              </Chip.Radio>
              {VERDICTS.filter(verdict => counts[verdict] > 0).map(verdict => (
                <Chip.Radio
                  key={verdict}
                  name="verdict"
                  value={verdict}
                  checked={shown === verdict}
                  onChange={() => setShown(verdict)}
                >
                  {frame(`tag.${verdict}`)} ({counts[verdict]})
                </Chip.Radio>
              ))}
            </div>
          </Fieldset>
          <DataTable
            caption={t('claims')}
            rows={rows}
            rowId={claim => `${claim.says} ${claim.source} ${claim.printed}`}
            columns={columns}
            naming="says"
          />
        </>
      )}
    </section>
  )
}

/** A register id as the unit's name at the time, a class as its title, a decimal in the reader's way; else as it is. */
function useNames(record: RoundRecord, round: Round): (text: string) => string {
  const locale = useLocale()
  const ids = unitsNamed(record.claims)
  const units = useQuery(
    trpc.units.positions.queryOptions(ids.length > 0 ? { ids, date: round.referenceDate } : skipToken),
  )
  return useMemo(() => {
    const names = new Map(units.data?.map(({ id, name }) => [id, name]))
    return text => {
      const decimals = /^\d+\.(\d+)$/.exec(text)?.[1]?.length
      return decimals === undefined
        ? (names.get(text) ?? round.rubric.categories[text]?.title ?? text)
        : formatNumber(Number(text), { decimals, locale })
    }
  }, [units.data, round.rubric.categories, locale])
}
