export {
  loadPostTypeModel,
  type PostTypeContext,
  type PostTypeDecision,
  type PostTypeModel,
} from './post-type-model.js';
