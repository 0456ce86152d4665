"""``python -m secondhand.training``: from the corpora to the shipped pipeline, one step a command."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def main() -> None:
    """Run one step; ``--help`` lists them."""
    parser = argparse.ArgumentParser(prog="python -m secondhand.training", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    train = steps.add_parser("train", help="train the network; goes on from the last checkpoint in --out")
    train.add_argument("--encoder", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    train.add_argument("--start", type=Path, help="weights of an epoch to begin from")
    train.add_argument("--epochs", type=int, default=4)
    train.add_argument("--encoder-rate", type=float, default=2e-4)
    train.add_argument("--head-rate", type=float, default=1e-3)
    train.add_argument("--seed", type=int, default=20)
    train.add_argument("--part", default="all", help="all, the trunk (attributions) or the branch (the rest)")
    export = steps.add_parser("export", help="write one epoch as ONNX, the encoder in int8")
    export.add_argument("--encoder", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    export.add_argument("--checkpoint", type=Path, required=True, help="an epoch's weights")
    export.add_argument("--float32", action="store_true", help="leave the encoder in full precision")
    unpack = steps.add_parser("unpack", help="make a checkpoint of exported weights, to go on from")
    unpack.add_argument("--encoder", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    package = steps.add_parser("package", help="make the spaCy pipeline around exported weights")
    calibrate = steps.add_parser("calibrate", help="choose the threshold, fit the confidence")
    certainty = steps.add_parser("certainty", help="fit how sure speakers and chains are")
    speakers = steps.add_parser("speakers", help="fit how candidates for a speaker are ranked")
    contents = steps.add_parser("contents", help="fit what looks closer at contents, with --weights")
    contents.add_argument("--epochs", type=int, default=14)
    evaluate = steps.add_parser("evaluate", help="print the scores as JSON")
    evaluate.add_argument("--without", help="a rule, or a word list as relays.toml:told, left out of it")
    evaluate.add_argument("--without-each", action="store_true", help="what each rule and list is worth")
    lexicon = steps.add_parser("lexicon", help="draw the verb lexicon from MegaVeridicality")
    for step in (train, package, calibrate, certainty, speakers, contents, evaluate, lexicon):
        step.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    for step in (train, export, unpack, package, certainty, speakers, lexicon):
        step.add_argument("--out", type=Path, required=True)
    for step in (unpack, package, calibrate, contents, speakers):
        step.add_argument("--weights", type=Path, required=True, help="folder of exported weights")
    _run(parser.parse_args())


def _run(given: argparse.Namespace) -> None:
    """Do the step asked for; each imports only what it needs."""
    if given.step == "train":
        from secondhand.training.train import Plan, train

        plan = Plan(given.data, given.encoder, given.out, given.start, given.epochs, part=given.part)
        train(plan.with_rates(given.encoder_rate, given.head_rate, given.seed))
    elif given.step == "export":
        from secondhand.training.contents import begin_contents
        from secondhand.training.export import export, load
        from secondhand.training.links import begin_views

        network, inventory = load(given.encoder, given.checkpoint)
        export(network, inventory, given.encoder, given.out, int8=not given.float32)
        both = 2 * network.encoder.bert.config.hidden_size
        begin_contents(given.out, both)
        begin_views(given.out, both)
    elif given.step == "unpack":
        from secondhand.training.unpack import unpack

        print("\n".join(unpack(given.encoder, given.weights, given.out)))
    elif given.step == "package":
        from secondhand.training.package import package

        package(given.weights, given.data, given.out)
    elif given.step == "evaluate" and (given.without or given.without_each):
        from secondhand.training import ablation

        ablation.report(given.data, [given.without] if given.without else None)
    elif given.step == "evaluate":
        from secondhand.training.evaluate import evaluate

        print(json.dumps(evaluate(given.data), indent=1))
    elif given.step == "lexicon":
        from secondhand.training.lexicon import build

        build(given.data, given.out)
    else:
        _fit(given)


def _fit(given: argparse.Namespace) -> None:
    """Fit what goes beside the network's weights."""
    if given.step == "calibrate":
        from secondhand.training import corpora
        from secondhand.training.calibrate import calibrate

        texts = corpora.load(given.data, "dev")
        print(json.dumps(calibrate(given.weights, texts["claims"], texts["newsmtsc"])))
    elif given.step == "certainty":
        from secondhand.training.certainty import fit

        print(json.dumps(fit(given.data / "claims" / "dev", given.out)))
    elif given.step == "speakers":
        from secondhand.training.speakers import fit_articles

        fit_articles(given.data / "claims" / "train", given.weights, given.out)
    else:
        from secondhand.training import corpora
        from secondhand.training.contents import fit_contents

        fit_contents(given.weights, corpora.claims(given.data / "claims" / "train"), given.epochs)


if __name__ == "__main__":
    main()
