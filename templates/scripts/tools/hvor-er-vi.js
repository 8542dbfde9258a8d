import { startAssessment } from "../assessment/assessment-page.js";

startAssessment();
