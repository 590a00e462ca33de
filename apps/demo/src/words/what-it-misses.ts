export const whatItMisses = {};
