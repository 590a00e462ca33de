// Beliefs that students bring along, and the state of a page that answers each: its figure is computed there, not here.
export const teach = {
  title: "For teachers",
  lead: "Six chapters, each a lesson of 45 minutes. Every picture shows the same bits on every machine, so a class can speak of “step 75”. Nothing is sent anywhere; the site works without a network after the first visit.",
  make: "Make a lesson of your own: a link with your task, your goal and your table.",
  chapter: (number: number, name: string) => `${number} ${name}`,
  question: "Ask before they open it",
  plan: "45 minutes",
  minutes: (from: number, to: number) => `${from}–${to} min`,
  beliefs: "What they may believe",
  belief: "They say",
  answer: "The figure says",
  see: "See it",
  print: "Each chapter prints as it stands on the screen: a sheet for those who were away.",
  generator: "The data, so that you can make the same rows",
  license: "Texts and pictures of this site: CC BY 4.0. The code: MIT.",
  chapters: {
    1: {
      question: "Which line through these dots is the best one, and who decides?",
      plan: [
        "Each student draws a line by eye, then guesses its score.",
        "Pull the rings; say aloud what happens to the biggest square.",
        "Task 1a alone, task 1b in pairs.",
        "Collect: what does “held out” protect us from?",
      ],
      beliefs: [
        {
          says: "The best line goes through as many dots as it can.",
          answer:
            "It meets hardly any. It makes the squares small on average; one big miss costs more than many small ones.",
          link: "#learn/1?line=33.5,18&columns=age",
        },
        {
          says: "One more column can only help.",
          answer: "With balance the score on held-out rows falls. Tick it off and on.",
          link: "#learn/1?line=33.5,18&columns=age,balance",
        },
        {
          says: "A score of 0.6 means that 60 % of the answers are right.",
          answer: "Open the score: it is the share of the squares about the mean that the line takes away.",
          link: "#learn/1?line=33.5,18&columns=age,retired",
        },
      ],
    },
    2: {
      question: "More money, more transactions? Ask it of the working and of the retired.",
      plan: [
        "Vote with hands: rising, falling, neither. Then open the chapter.",
        "Move k slowly; write down what the line says about balance at 0, 0.5 and 1.",
        "Tasks 2a and 2b.",
        "The bikes below: find another pair of columns that act together.",
      ],
      beliefs: [
        {
          says: "A coefficient near 0 means that the column does not matter.",
          answer: "Balance matters to everyone here. The line adds both groups up, and they cancel out.",
          link: "#learn/2?k=1",
        },
        {
          says: "A line with better numbers would do.",
          answer: "Keep the lock on and try: two parallel lines stay far from the ceiling wherever they lie.",
          link: "#learn/2?k=1&lock=on",
        },
        {
          says: "The model that can do more is always better.",
          answer: "At k = 0 the product gains nothing over the line. Then the line is the right model.",
          link: "#learn/2?k=0",
        },
      ],
    },
    3: {
      question: "Can one yes-or-no rule with a straight border part these four corners?",
      plan: [
        "Four students stand in the corners; a rope on the floor parts yes from no.",
        "Find the same border by weights and bias.",
        "Task 3a, then 3b: who says that it cannot be done, and why?",
        "Give it a second neuron; name what each of the two says.",
      ],
      beliefs: [
        {
          says: "With the right weights one neuron can say anything.",
          answer: "For “one or the other” the count never passes 3 of 4: the border is one straight line.",
          link: "#learn/3?n=1.5,-0.5,-0.5&goal=either",
        },
        {
          says: "The bias is a detail.",
          answer: "Without it the border must pass the middle, and “both at once” is lost.",
          link: "#learn/3?n=1.5,-1.5,0&goal=both",
        },
        {
          says: "The bend only keeps the numbers small.",
          answer: "Without it two neurons are a straight line again, and so are eight: the score says so.",
          link: "#playground?set=product&layer=8+x",
        },
      ],
    },
    4: {
      question: "What would you need to compute this answer with pencil and paper?",
      plan: [
        "Compute node_1 by hand, all of you, before the page does.",
        "Walk the eight steps; one reads the mathematics, one the NumPy, one the TypeScript.",
        "Tasks 4a and 4b.",
        "Show slopes: which weight would you change, and why that one?",
      ],
      beliefs: [
        {
          says: "While it predicts, it learns.",
          answer: "Step through it: no weight changes. Learning is chapter 5.",
          link: "#learn/4",
        },
        {
          says: "The library does something cleverer inside.",
          answer: "Three notations, the same numbers to the last digit shown. Run the listings yourself.",
          link: "#learn/4",
        },
        {
          says: "The neuron with the largest output learns most.",
          answer: "Its slopes are the smallest: where tanh is flat, a sure neuron hardly learns.",
          link: "#learn/4?slopes=1",
        },
      ],
    },
    5: {
      question: "One of two networks will fail. Nobody may change its data. What else could be wrong with it?",
      plan: [
        "Run lane A only. Let them say what is wrong before lane B is shown.",
        "Scrub to the same step in both; read the chevrons.",
        "Tasks 5a and 5b.",
        "The hundred starts: why are networks wider than they must be?",
      ],
      beliefs: [
        {
          says: "It only has to train longer.",
          answer: "Lane A has stopped moving: its curve is flat long before the end. It is stuck, not slow.",
          link: "#learn/5?lane=A&step=600",
        },
        {
          says: "Larger steps arrive sooner.",
          answer: "Up to a point; then the numbers explode, and the page says at which step.",
          link: "#learn/5?lane=B&rate=1",
        },
        {
          says: "If two neurons can say it, two neurons will find it.",
          answer: "Try a hundred starts: two often get stuck, four hardly ever.",
          link: "#learn/5?lane=B",
        },
      ],
    },
    6: {
      question: "How many times as many weights as the network of chapter 4 has GPT-3?",
      plan: [
        "Everyone writes a guess down; compare by powers of ten.",
        "Show GPT-3, then switch to the true scale.",
        "Task 6; then the wire: how far does yours reach?",
        "What does size not buy? Back to the bank customers.",
      ],
      beliefs: [
        {
          says: "GPT-3 is another kind of machine.",
          answer: "Its weights multiply and add like yours. The arrangement differs; the page says how.",
          link: "#learn/6?shown=1",
        },
        {
          says: "On the axis they are neighbours, so they are nearly as large.",
          answer: "Press “true scale”: all but one fall onto 0.",
          link: "#learn/6?shown=1",
        },
        {
          says: "Twice the weights, twice as good.",
          answer: "On 400 customers eight neurons do no better than two: the noise is the ceiling.",
          link: "#playground?set=customers&layer=8+tanh(x)",
        },
      ],
    },
  },
};
