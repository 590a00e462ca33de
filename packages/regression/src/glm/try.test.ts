import { it } from "vitest";
import { generalizedFormula, generalizedLinearModel } from "./generalized-linear-model";
import { predictGeneralized } from "./predict-generalized";
const show = (x: unknown) => console.log(JSON.stringify(x, null, 1));
it("tries", () => {
  const dobson = { counts: [18, 17, 15, 20, 10, 20, 25, 13, 12], outcome: ["1","2","3","1","2","3","1","2","3"], treatment: ["1","1","1","2","2","2","3","3","3"] };
  show(generalizedFormula("counts ~ outcome + treatment", dobson, { family: "poisson" }));
  const u = [5,10,15,20,30,40,60,80,100]; const lot1=[118,58,42,35,27,25,21,19,18];
  const clot = generalizedFormula("lot1 ~ log(u)", { u, lot1 }, { family: "gamma", link: "inverse" });
  show(clot);
  show(predictGeneralized(clot, { u: [5, 1000000] }));
  show(generalizedLinearModel({ hours: [1, 2, 3, 4, 5,6] }, ["f","f","f","p","p","p"], { family: "binomial" }));
  show(generalizedLinearModel({ hours: [1, 2, 3, 4, 5,6], q:[0,0,0,0,1,1] }, ["f","p","f","f","p","p"], { family: "binomial" }));
  show(generalizedLinearModel({ g: [0,0,0,1,1,1] }, [1,2,3,0,0,0], { family: "poisson" }));
  show(generalizedLinearModel({ g: [0,0,0,1,1,1] }, [1,9,3,0,20,5], { family: "negativeBinomial" }));
});
