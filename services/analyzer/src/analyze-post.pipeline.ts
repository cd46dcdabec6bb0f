import { findHashtags, findSubjects } from '@kentongan/language';
