inspect {name}.yaml --pages 99
