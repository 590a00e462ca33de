export const forwardPropagation = {};
