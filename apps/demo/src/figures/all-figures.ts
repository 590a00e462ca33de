// Every figure that the site's texts and tests quote, computed by the site's own code.
import { activationFigures, productFigures } from "./activation-figures";
import { articleFigures } from "./article-figures";
import { customerFigures } from "./customer-figures";
import type { Figures } from "./figure";
import { laneFigures, stuckFigures } from "./lane-figures";
import { crossingFigures, lineScores, straightLineFigures } from "./line-figures";
import { neuronBarFigures, neuronCountFigures } from "./neuron-count-figures";
import { neuronFigures } from "./neuron-figures";
import { rentalFigures } from "./rental-figures";
import { scaleFigures } from "./scale-figures";
import { startFigures } from "./start-figures";
import { tableLineFigures, tableNetworkFigures } from "./table-figures";

/** Groups of figures by name. */
export type FigureGroups = Readonly<Record<string, Figures>>;

/** What takes some seconds: the tests compute it each time. `bikes` is the file of the bike rentals. */
export async function quickFigures(bikes: Uint8Array): Promise<FigureGroups> {
  return {
    customers: customerFigures(),
    lines: lineScores(),
    straightLine: straightLineFigures(),
    crossing: crossingFigures(),
    rentals: rentalFigures(new TextDecoder().decode(bikes)),
    corners: neuronFigures(),
    article: articleFigures(),
    lanes: await laneFigures(),
    scale: scaleFigures(),
    tableLines: tableLineFigures(bikes),
    product: await productFigures(),
  };
}

/** What takes minutes: trainings from many starts. */
export async function slowFigures(bikes: Uint8Array): Promise<FigureGroups> {
  return {
    stuck: await stuckFigures(),
    starts: startFigures(),
    neuronBars: await neuronBarFigures(),
    neuronCounts: await neuronCountFigures(),
    activations: await activationFigures(),
    tableNetworks: await tableNetworkFigures(bikes),
  };
}
