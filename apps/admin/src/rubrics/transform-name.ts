import type { Transform } from '@tumstock/rubric/contract'
import type { TFunction } from 'i18next'
import { plainNumber } from '../results/plain-number.ts'

/** What a transform computes, as part of a sentence. */
export const transformName = (transform: Transform, t: TFunction<'steps'>, locale: string): string =>
  typeof transform === 'object'
    ? t('name.boxCox', { lambda: plainNumber(transform.boxCox, locale) })
    : t(`name.${transform}`)
