import { definePlugin } from '@tumstock/rubric/contract'
import { edition2015 } from './editions/2015.ts'

export default definePlugin({ id: 'sveriges-it-kommun', editions: [edition2015] })
