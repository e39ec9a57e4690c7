import { definePlugin } from '@tumstock/rubric/contract'
import { edition2015 } from './editions/2015.ts'
import { edition2016 } from './editions/2016.ts'
import { edition2017 } from './editions/2017.ts'

export default definePlugin({ id: 'kommuneundersokelsen', editions: [edition2015, edition2016, edition2017] })
