"""What Wasit's speed is measured with: figures beside the limits they are held to."""
