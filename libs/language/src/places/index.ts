export { buildGazetteer, type Gazetteer } from './gazetteer.js';
export { OwnNames, type PlaceLesson } from './own/own-names.js';
export { placeAncestry, placeName } from './place-codes.js';
export { type PlaceLevel, type PlaceRow, type PlaceTables, readPlaceRows } from './place-rows.js';
export { type PlaceOptions, recognisePlaces } from './recognise-places.js';
export { knownPlaceSpans } from './spans/known-spans.js';
export { markPlaceSpans, type WordSpan } from './spans/mark-place-spans.js';
export { readSpanModel, type SpanModel } from './spans/span-model.js';
