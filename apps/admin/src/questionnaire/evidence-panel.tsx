import { Button } from '@digdir/designsystemet-react'
import { FileTextIcon, LinkIcon, TrashIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Question } from '@tumstock/rubric/contract'
import { needsEvidence } from '@tumstock/rubric/evidence'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import type { Evidence } from './answered.ts'
import { useAnswering } from './answering.ts'
import { EvidenceFile } from './evidence-file.tsx'
import { EvidenceLink } from './evidence-link.tsx'
import styles from './questionnaire.module.css'

/** What shows that an answer is so: files and links, and the ways to add more. */
export function EvidencePanel({ name, question }: { name: string; question: Question }) {
  const { t } = useTranslation('answering')
  const { view, shown, readOnly } = useAnswering()
  const heading = useId()
  const mine = view.evidence.filter(one => one.question === name && one.layer === 'claim')
  const answer = shown[name] ?? null
  const missing = mine.length === 0 && answer !== null && needsEvidence(question, answer)
  const mayAdd = !readOnly && view.can.includes('evidence.add')
  if (mine.length === 0 && !mayAdd && !missing) return null
  return (
    <section className={styles.evidence} aria-labelledby={heading} data-missing={missing}>
      <h3 id={heading}>
        {t(question.evidence === 'required' ? 'evidence.required' : 'evidence.optional')}
        {missing && <span className={styles.missing}>{t('evidence.missing')}</span>}
      </h3>
      {mine.length > 0 && (
        <ul className={styles.items}>
          {mine.map(one => (
            <Item key={one.id} item={one} mayRemove={!readOnly && view.can.includes('evidence.remove')} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <>
          <div className={styles.adding}>
            <EvidenceFile name={name} question={question} />
            <EvidenceLink name={name} />
          </div>
          <small className="ts-muted">{t('evidence.kinds')}</small>
        </>
      )}
    </section>
  )
}

function Item({ item, mayRemove }: { item: Evidence; mayRemove: boolean }) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const { round, view } = useAnswering()
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.evidence.remove.mutationOptions({
      onSuccess: () =>
        cache.invalidateQueries({
          queryKey: trpc.answers.questionnaire.queryKey({ round, entry: view.entry.id }),
        }),
    }),
  )
  const Icon = item.kind === 'file' ? FileTextIcon : LinkIcon
  return (
    <li>
      <Icon aria-hidden />
      <span>
        <a
          href={item.kind === 'link' ? (item.url ?? '') : `/api/evidence/${item.id}`}
          {...(item.kind === 'link' && { target: '_blank', rel: 'noreferrer noopener' })}
        >
          {item.title}
        </a>
        <small className="ts-muted">
          {item.kind === 'link' && item.checkedOn !== null
            ? t('evidence.checked', { day: formatDay(item.checkedOn, locale) })
            : item.size === null
              ? ''
              : sizeIn(item.size, locale)}
        </small>
      </span>
      {mayRemove && (
        <Button
          variant="tertiary"
          data-size="sm"
          icon
          aria-label={t('evidence.remove', { title: item.title })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ round, entry: view.entry.id, id: item.id })}
        >
          <TrashIcon aria-hidden />
        </Button>
      )}
      {remove.isError && <Problem error={remove.error} />}
    </li>
  )
}

const sizeIn = (bytes: number, locale: string): string => {
  const [unit, amount] =
    bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const)
  const look = { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, look).format(amount)
}
