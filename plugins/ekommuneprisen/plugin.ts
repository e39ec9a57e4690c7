import { definePlugin } from '@tumstock/rubric/contract'
import { edition2011 } from './editions/2011.ts'
import { edition2014 } from './editions/2014.ts'

export default definePlugin({ id: 'ekommuneprisen', editions: [edition2011, edition2014] })
