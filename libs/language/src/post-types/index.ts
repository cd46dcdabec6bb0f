export { decidePostType, type PostTypeContext, type PostTypeDecision } from './decide-post-type.js';
