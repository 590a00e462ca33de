export const site = {
  name: "neurite",
  pages: { learn: "Learn", table: "Your table", playground: "Playground" },
  navigation: "Pages",
  teachers: "Make a lesson",
  skip: "Skip to the content",
  theme: { light: "Light", dark: "Dark", system: "System", label: "Colours" },
  loading: "Loading…",
  notLoaded: "This page could not be loaded. Is there a network? Pages that were kept on this machine need none.",
  again: "Try again",
  notFound: "There is no such page here. Here is the first one.",
};
