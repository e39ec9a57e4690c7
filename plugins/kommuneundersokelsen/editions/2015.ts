import { defineRubric } from '@tumstock/rubric/contract'
import { wave } from './wave.ts'

export const edition2015 = defineRubric({
  ...wave,
  edition: '2015',
  title: 'Kommuneundersøkelsen 2015: status for digitalisering',
})
