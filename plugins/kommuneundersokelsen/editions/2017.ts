import { defineRubric } from '@tumstock/rubric/contract'
import { wave } from './wave.ts'

export const edition2017 = defineRubric({
  ...wave,
  edition: '2017',
  title: 'Kommuneundersøkelsen 2017: status for digitalisering',
})
