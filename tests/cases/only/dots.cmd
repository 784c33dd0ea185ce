inspect dots.yaml --only 둘∙셋 --set 시·도=대전 --dump
