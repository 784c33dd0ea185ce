fonts --theme nothere.yaml
