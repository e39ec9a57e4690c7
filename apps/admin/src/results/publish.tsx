import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import { Blocked } from './blocked.tsx'
import styles from './dialogs.module.css'
import { useResultsChanged } from './evaluate.tsx'
import type { Results } from './results.ts'

/** The step to the public: what goes out, and what stands in the way. */
export function Publish({ round }: { round: Round }) {
  const { t } = useTranslation('results')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('publish.open')}</Button>
      <DialogFrame open={open} title={t('publish.title')} close={() => setOpen(false)}>
        <Body round={round} close={() => setOpen(false)} />
      </DialogFrame>
    </>
  )
}

function Body({ round, close }: { round: Round; close: () => void }) {
  const { t } = useTranslation('results')
  const { t: frame } = useTranslation()
  const results = useQuery(trpc.results.get.queryOptions({ round: round.id }))
  const changed = useResultsChanged()
  const publish = useMutation(
    trpc.results.publish.mutationOptions({
      onSuccess: async () => {
        close()
        await changed()
      },
    }),
  )
  if (results.isError) return <Problem error={results.error} retry={() => results.refetch()} />
  if (!results.data) return <Loading rows={3} />
  const { errors, awards, rows } = results.data
  const winners = new Set(awards.flatMap(award => award.winners)).size
  return (
    <div className={styles.body}>
      <Paragraph>{t('publish.lead')}</Paragraph>
      <ul className={styles.facts}>
        <li>{t('publish.entries', { count: rows.length })}</li>
        {winners > 0 && <li>{t('publish.winners', { count: winners })}</li>}
        <li>{t('publish.version', { version: 1 })}</li>
      </ul>
      {errors.length > 0 && <Blocked round={round} results={results.data} level={3} />}
      {awards.some(award => award.tieAtEdge) && <Ties round={round} results={results.data} />}
      {publish.isError && <Problem error={publish.error} />}
      <div className={styles.buttons}>
        <Button
          disabled={errors.length > 0}
          loading={publish.isPending}
          onClick={() => publish.mutate({ round: round.id })}
        >
          {t('publish.confirm', { version: 1 })}
        </Button>
        <Button variant="secondary" onClick={close}>
          {frame('cancel')}
        </Button>
      </div>
    </div>
  )
}

/** Awards that the points alone do not settle. */
function Ties({ round, results: { awards } }: { round: Round; results: Results }) {
  const { t } = useTranslation('results')
  const { rubric } = round
  return (
    <Alert data-color="warning">
      <Heading level={3} data-size="2xs">
        {t('publish.ties')}
      </Heading>
      <Paragraph>{t('publish.tiesText')}</Paragraph>
      <ul className={styles.facts}>
        {awards
          .filter(award => award.tieAtEdge)
          .map(({ award, category }) => (
            <li key={`${award} ${category}`}>
              {[
                rubric.awards[award]?.title ?? award,
                category && (rubric.categories[category]?.title ?? category),
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
      </ul>
    </Alert>
  )
}
