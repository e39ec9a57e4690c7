import { Page } from '../ui/page.tsx'

export const SurveyPage = () => <Page title="SurveyPage">…</Page>
