export { findSubjects } from './find-subjects.js';
export { type SubjectId, subjectLabels } from './subject-labels.js';
