import { defineRubric } from '@tumstock/rubric/contract'
import { wave } from './wave.ts'

export const edition2016 = defineRubric({
  ...wave,
  edition: '2016',
  title: 'Kommuneundersøkelsen 2016: status for digitalisering',
})
