// The words of the page: `node words.mjs SCRIPTS NAMES`, those of these names in each language on standard
// output. All are JSON.
import { load } from "./engine.mjs";

const { Strings } = load(process.argv[2]);
const names = JSON.parse(process.argv[3]);
const words = {};
for (let i = 0; i < 2; i++, Strings.switchLanguage()) {
  words[Strings.language()] = {
    verdicts: names.verdicts.map((name) => Strings.verdict(name).title),
    reasons: names.reasons.map(Strings.reason),
    governorates: names.governorates.map(Strings.governorate),
    plateKinds: names.plateKinds.map(Strings.plateKind),
  };
}
process.stdout.write(JSON.stringify(words));
