"""Makes scikit-learn.json: a small pipeline on synthetic data, exported as docs/importing-models.md says, with expected log-odds.

Run with: python3 tests/profile/import/scikit-learn.py [OUTPUT] (scikit-learn 1.2, pandas not needed).
"""
import json
import pathlib
import re
import sys

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

here = pathlib.Path(__file__).parent
random = np.random.default_rng(20261121)
n = 400
numeric, categorical = ["netMass", "dutyRate"], ["originCountry", "hsChapter"]
mass = np.round(np.exp(random.normal(5.0, 1.2, n)), 1)
rate = random.choice([0.0, 5.0, 8.0, 15.0, 22.5], n)
origin = random.choice(["CN", "DE", "JP", "KR"], n, p=[0.5, 0.1, 0.15, 0.25])
chapter = random.choice(["39", "62", "84", "85"], n)
log_odds = -2.0 + 0.003 * mass + 0.06 * rate + 0.8 * (origin == "CN") - 0.7 * (chapter == "84")
y = (random.random(n) < 1 / (1 + np.exp(-log_odds))).astype(int)
X = np.array([list(row) for row in zip(mass, rate, origin, chapter)], dtype=object)

pipeline = Pipeline([
    ("columns", ColumnTransformer([("numeric", StandardScaler(), [0, 1]), ("categorical", OneHotEncoder(handle_unknown="ignore"), [2, 3])])),
    ("model", LogisticRegression(C=1.0, max_iter=1000)),
])
pipeline.fit(X, y)

# The lines of the guide, run as they stand there; they read `pipeline`, `X`, `numeric` and `categorical`, and set `document`.
guide = (here / "../../../docs/importing-models.md").read_text()
exec(re.search(r"```python\n(.*?)```", guide, re.S).group(1))

rows = [list(row) for row in X[:6]] + [[1200.0, 15.0, "VN", "85"], [35.5, 0.0, "CN", "99"], [80.0, 5.0, "BR", "01"]]
decisions = pipeline.decision_function(np.array(rows, dtype=object))
expected = [
    {"facts": dict(zip(numeric + categorical, [float(row[0]), float(row[1]), str(row[2]), str(row[3])])), "decisionFunction": float(decision)}
    for row, decision in zip(rows, decisions)
]
mean = float(np.mean(pipeline.decision_function(X)))
output = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "scikit-learn.json"
output.write_text(json.dumps({"document": document, "meanDecisionFunction": mean, "expected": expected}, indent=2) + "\n")
