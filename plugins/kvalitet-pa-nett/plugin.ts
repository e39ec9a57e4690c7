import { definePlugin } from '@tumstock/rubric/contract'
import { edition2012 } from './editions/2012.ts'
import { edition2013 } from './editions/2013.ts'

export default definePlugin({ id: 'kvalitet-pa-nett', editions: [edition2012, edition2013] })
