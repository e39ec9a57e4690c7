import { definePlugin } from '@tumstock/rubric/contract'
import { edition2019 } from './editions/2019.ts'
import { edition2023 } from './editions/2023.ts'

export default definePlugin({ id: 'sveriges-digitaliseringskommun', editions: [edition2019, edition2023] })
